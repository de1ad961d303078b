import { previewOr404 } from '@/app/beheer/sessies/[id]/voorbeeld/preview-or-404'
import { RegistrationForm } from '@/components/form/registration-form'
import { Page } from '@/components/layout/page'
import { SiteFrame } from '@/components/layout/site-frame'
import { PreviewBar } from '@/components/organiser/preview-bar'
import { whyAsked } from '@/components/privacy/why-asked'
import { SignUpHeading } from '@/components/session/sign-up-heading'
import { SignUpPrivacy } from '@/components/session/sign-up-privacy'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { keepTerms } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { sessionPhase } from '@/lib/sessions/rules'

/** The form as it is while signing up is open, with nothing to send it with. */
export default async function PreviewFormPage({ params }: PageProps<'/beheer/sessies/[id]/voorbeeld/aanmelden'>) {
  const { id } = await params
  await requireOrganiser(routes.previewForm(id))
  const session = await previewOr404(id)
  const phase = sessionPhase(session, clock.now())
  return (
    <SiteFrame>
      <PreviewBar session={session} here="form" />
      <Page width="reading">
        <RegistrationForm
          title={`Voorbeeld formulier ${session.title} - Aanschuif beheer`}
          heading={
            <SignUpHeading
              session={session}
              phase={phase.startsWith('open') ? phase : 'open-in-time'}
              back={routes.preview(session.id)}
            />
          }
          closed={null}
          contact={null}
          privacy={<SignUpPrivacy session={session} terms={keepTerms()} />}
          why={whyAsked(keepTerms())}
          questions={session.questions}
          municipalities={listMunicipalityOptions()}
          formToken=""
          minSeconds={0}
          action={null}
        />
      </Page>
    </SiteFrame>
  )
}
