import { Paragraph } from '@utrecht/component-library-react'
import { redirect } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { registrationOr404 } from '@/app/beheer/_lib/registration-or-404'
import { AdminRegistrationForm } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/admin-registration-form'
import { updateRegistrationAction } from '@/app/beheer/sessies/[id]/aanmeldingen/actions'
import { toRegistrationValues } from '@/components/registration-form/registration-values'
import { PageTitle } from '@/components/ui/page/page-title'
import { municipalityOptionsAt } from '@/lib/municipalities/queries'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listQuestionsForRegistration } from '@/lib/sessions/queries'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen/[aanmelding]/wijzigen'>

export default async function EditRegistrationPage({ params }: Props) {
  const { id, aanmelding } = await params
  const organiser = await requireOrganiser(routes.editRegistration(id, aanmelding))
  const { session, registration } = await registrationOr404(id, aanmelding)
  if (registration.erasedAt) redirect(routes.registration(session.id, registration.id))
  const questions = await listQuestionsForRegistration(session.id, registration.id)
  const heading = `Aanmelding van ${registration.name} veranderen`
  const parent = { label: registration.name, href: routes.registration(session.id, registration.id) }
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={sessionBreadcrumbs(session, parent)}>
      <AdminRegistrationForm
        action={updateRegistrationAction.bind(null, session.id, registration.id)}
        sessionId={session.id}
        title={heading}
        initialValues={{ ...toRegistrationValues(registration), confirm: '' }}
        questions={questions}
        municipalities={municipalityOptionsAt(clock.now(), registration.municipalityCode)}
        hiddenField={{ name: 'version', value: registration.version }}
        submitLabel="Bewaren"
        intro={
          <>
            <PageTitle size="calm">{heading}</PageTitle>
            <Paragraph>
              Er gaat geen mail uit. Verander je het e-mailadres, dan werkt de persoonlijke link van hiervoor niet meer.
            </Paragraph>
          </>
        }
      />
    </AdminPage>
  )
}
