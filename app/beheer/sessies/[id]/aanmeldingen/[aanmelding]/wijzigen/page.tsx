import { Paragraph } from '@utrecht/component-library-react'
import { redirect } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { registrationOr404 } from '@/app/beheer/registration-or-404'
import { registrationValues } from '@/app/registration-values'
import { Page } from '@/components/layout/page'
import { DeskSignUpForm } from '@/components/organiser/desk-sign-up-form'
import { Trail } from '@/components/organiser/trail'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { listQuestionsOf } from '@/lib/sessions/queries'
import { changeRegistrationAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/aanmeldingen/[aanmelding]/wijzigen'>

export default async function EditRegistrationPage({ params }: Props) {
  const { id, aanmelding } = await params
  const organiser = await requireOrganiser(routes.editRegistration(id, aanmelding))
  const { session, registration } = await registrationOr404(id, aanmelding)
  if (registration.erasedAt) redirect(routes.registration(session.id, registration.id))
  const questions = await listQuestionsOf(session.id, registration.id)
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(session.id) },
    { label: registration.name, href: routes.registration(session.id, registration.id) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={trail} />
        <DeskSignUpForm
          action={changeRegistrationAction.bind(null, session.id, registration.id)}
          sessionId={session.id}
          title={`Aanmelding van ${registration.name} veranderen`}
          heading={`Aanmelding van ${registration.name} veranderen`}
          start={{ ...registrationValues(registration), confirm: '' }}
          questions={questions}
          municipalities={listMunicipalityOptions()}
          hidden={{ name: 'version', value: registration.version }}
          submit="Bewaren"
        >
          <Paragraph>
            Er gaat geen mail uit. Verander je het e-mailadres, dan werkt de persoonlijke link van hiervoor niet meer.
          </Paragraph>
        </DeskSignUpForm>
      </Page>
    </DeskPage>
  )
}
