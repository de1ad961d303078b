import { randomUUID } from 'node:crypto'
import { redirect } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import { AdminRegistrationForm } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/admin-registration-form'
import { addRegistrationAction } from '@/app/beheer/sessies/[id]/aanmeldingen/actions'
import { emptyRegistrationValues } from '@/components/registration-form/registration-values'
import { Callout } from '@/components/ui/callout'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import { municipalityOptionsAt } from '@/lib/municipalities/queries'
import { routes } from '@/lib/platform/routes'
import { countSeatsNow } from '@/lib/registrations/queries'
import { canOffer, freeSeats } from '@/lib/registrations/waitlist/rules'
import { listActiveFormQuestions } from '@/lib/sessions/queries'
import { canRegister, hasEnded, isBeforeQuestionDeadline } from '@/lib/sessions/rules'

export default async function NewRegistrationPage({ params }: PageProps<'/beheer/sessies/[id]/aanmeldingen/nieuw'>) {
  const { organiser, session, now } = await loadSessionPage(params, routes.newRegistration)
  if (session.cancelledAt) redirect(routes.registrations(session.id))
  const [questions, seats] = await Promise.all([listActiveFormQuestions(session.id), countSeatsNow(session.id)])
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={sessionBreadcrumbs(session)}>
      <AdminRegistrationForm
        action={addRegistrationAction.bind(null, session.id)}
        sessionId={session.id}
        title={`Iemand aanmelden ${session.title}`}
        initialValues={{ ...emptyRegistrationValues(questions), confirm: 'on' }}
        questions={questions}
        municipalities={municipalityOptionsAt(now)}
        hiddenField={{ name: 'submission', value: randomUUID() }}
        submitLabel="Meld deze persoon aan"
        showConfirmation={!hasEnded(session, now)}
        intro={
          <>
            <PageTitle size="calm">Iemand aanmelden</PageTitle>
            {canRegister(session, now) ? null : (
              <Callout title="Aanmelden is voor bezoekers gesloten.">
                Jullie kunnen hier nog wel iemand aanmelden.
              </Callout>
            )}
            {freeSeats(seats) > 0 ? null : (
              <Callout title="Alle plaatsen zijn bezet.">
                {canOffer(session, now)
                  ? 'Deze persoon komt op de wachtlijst.'
                  : 'Maak eerst het aantal plaatsen groter, bij Bewerken. Dan kun je iemand aanmelden.'}
              </Callout>
            )}
            {isBeforeQuestionDeadline(session, now) ? null : (
              <Callout>
                De vraag telt als “later”: de vragentermijn was <DateTime value={session.questionDeadlineAt} />.
              </Callout>
            )}
          </>
        }
      />
    </AdminPage>
  )
}
