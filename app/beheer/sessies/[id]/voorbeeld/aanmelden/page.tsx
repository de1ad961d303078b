import { PreviewBar } from '@/app/beheer/sessies/[id]/voorbeeld/_components/preview-bar'
import { sessionPreviewOr404 } from '@/app/beheer/sessies/[id]/voorbeeld/_lib/session-preview-or-404'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { RegistrationForm } from '@/components/registration-form/registration-form'
import { RegistrationHeading } from '@/components/registration-form/registration-heading'
import { RegistrationPrivacy } from '@/components/registration-form/registration-privacy'
import { SiteFrame } from '@/components/site-frame/site-frame'
import { Page } from '@/components/ui/page/page'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { sessionPhase } from '@/lib/sessions/rules'

/** The form as it is while signing up is open, with nothing to send it with. */
export default async function PreviewRegistrationFormPage({
  params,
}: PageProps<'/beheer/sessies/[id]/voorbeeld/aanmelden'>) {
  const { id } = await params
  await requireOrganiser(routes.registrationFormPreview(id))
  const session = await sessionPreviewOr404(id)
  const phase = sessionPhase(session, clock.now())
  return (
    <SiteFrame>
      <PreviewBar session={session} current="form" />
      <Page width="reading">
        <RegistrationForm
          title={`Voorbeeld formulier ${session.title} - Aanschuif beheer`}
          heading={
            <RegistrationHeading
              session={session}
              phase={phase.startsWith('open') ? phase : 'open-before-deadline'}
              backHref={routes.sessionPreview(session.id)}
            />
          }
          closedNotice={null}
          contact={null}
          privacy={<RegistrationPrivacy session={session} periods={retentionPeriods()} />}
          explanations={purposeDisclosures(retentionPeriods())}
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
