import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { emptyValues } from '@/components/form/empty-values'
import { Note } from '@/components/form/note'
import { At } from '@/components/layout/at'
import { Page } from '@/components/layout/page'
import { DeskSignUpForm } from '@/components/organiser/desk-sign-up-form'
import { Trail } from '@/components/organiser/trail'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { countPlacesNow } from '@/lib/registrations/queries'
import { canOffer, freePlaces } from '@/lib/registrations/rules'
import { listFormQuestions } from '@/lib/sessions/queries'
import { canRegister, hasBeen, questionIsInTime } from '@/lib/sessions/rules'
import { registerByHandAction } from './actions'

export default async function NewRegistrationPage({ params }: PageProps<'/beheer/sessies/[id]/aanmeldingen/nieuw'>) {
  const { id } = await params
  const organiser = await requireOrganiser(routes.newRegistration(id))
  const session = await sessionOr404(id)
  if (session.cancelledAt) redirect(routes.registrations(session.id))
  const [questions, places] = await Promise.all([listFormQuestions(session.id), countPlacesNow(session.id)])
  const now = clock.now()
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(session.id) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={trail} />
        <DeskSignUpForm
          action={registerByHandAction.bind(null, session.id)}
          sessionId={session.id}
          title={`Iemand aanmelden ${session.title}`}
          heading="Iemand aanmelden"
          start={{ ...emptyValues(questions), confirm: 'on' }}
          questions={questions}
          municipalities={listMunicipalityOptions()}
          hidden={{ name: 'submission', value: randomUUID() }}
          submit="Meld deze persoon aan"
          asksConfirm={!hasBeen(session, now)}
        >
          {canRegister(session, now) ? null : (
            <Note lead="Aanmelden is voor bezoekers gesloten.">Jullie kunnen hier nog wel iemand aanmelden.</Note>
          )}
          {freePlaces(places) > 0 ? null : (
            <Note lead="Alle plaatsen zijn bezet.">
              {canOffer(session, now)
                ? 'Deze persoon komt op de wachtlijst.'
                : 'Maak eerst het aantal plaatsen groter, bij Bewerken. Dan kun je iemand aanmelden.'}
            </Note>
          )}
          {questionIsInTime(session, now) ? null : (
            <Note>
              De vraag telt als “later”: de vragentermijn was <At moment={session.questionDeadlineAt} />.
            </Note>
          )}
        </DeskSignUpForm>
      </Page>
    </DeskPage>
  )
}
