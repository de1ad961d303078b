import { loadSessionToEdit } from '@/app/beheer/_lib/session-or-404'
import { PreviewFrame } from '@/app/beheer/sessies/[id]/voorbeeld/_components/preview-frame'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { RegistrationForm } from '@/components/registration-form/registration-form'
import { RegistrationHeading } from '@/components/registration-form/registration-heading'
import { RegistrationPrivacy } from '@/components/registration-form/registration-privacy'
import { Page } from '@/components/ui/page/page'
import { municipalityOptionsAt } from '@/lib/municipalities/queries'
import { retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { getSeats } from '@/lib/registrations/queries'
import { sessionPhase } from '@/lib/sessions/rules'

type Props = PageProps<'/beheer/sessies/[id]/voorbeeld/aanmelden'>

/** Shows the registration form as visitors see it while registration is open. It cannot be submitted. */
export default async function PreviewRegistrationFormPage({ params }: Props) {
  const { session, now } = await loadSessionToEdit(params, routes.registrationFormPreview)
  const phase = sessionPhase(session, now)
  return (
    <PreviewFrame session={session} current="form">
      <Page width="reading">
        <RegistrationForm
          title={`Voorbeeld formulier ${session.title} - Aanschuif beheer`}
          heading={
            <RegistrationHeading
              session={{ ...session, seats: await getSeats(session) }}
              phase={phase.startsWith('open') ? phase : 'open-before-deadline'}
              backHref={routes.sessionPreview(session.id)}
            />
          }
          closedNotice={null}
          contact={null}
          privacy={<RegistrationPrivacy session={session} periods={retentionPeriods()} />}
          explanations={purposeDisclosures(retentionPeriods())}
          questions={session.questions}
          municipalities={municipalityOptionsAt(now)}
          formToken=""
          minSeconds={0}
          action={null}
        />
      </Page>
    </PreviewFrame>
  )
}
