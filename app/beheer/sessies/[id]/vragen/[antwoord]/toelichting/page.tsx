import { randomUUID } from 'node:crypto'
import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import styles from '@/app/beheer/sessies/[id]/_components/item-list.module.css'
import { AgendaQuestion } from '@/app/beheer/sessies/[id]/vragen/_components/agenda-question'
import {
  recordClarificationAction,
  requestClarificationAction,
} from '@/app/beheer/sessies/[id]/vragen/[antwoord]/actions'
import { ClarificationForms } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/toelichting/_components/clarification-forms'
import { channelLabels } from '@/components/triage/triage-copy'
import { DateTime } from '@/components/ui/text/date-time'
import { routes } from '@/lib/platform/routes'
import { getAgendaQuestion, getClosedRound } from '@/lib/triage/queries'
import { contactRefusal } from '@/lib/triage/rules'

type Props = PageProps<'/beheer/sessies/[id]/vragen/[antwoord]/toelichting'>

export default async function ClarificationPage({ params }: Props) {
  const { antwoord } = await params
  const { organiser, session, now } = await loadSessionPage(params, (id) => routes.clarification(id, antwoord))
  const [sessionId, answerId] = [session.id, idOr404(antwoord)]
  const [question, round] = await Promise.all([getAgendaQuestion(sessionId, answerId), getClosedRound(sessionId)])
  if (!question) notFound()
  const { asker, contactWish, requests } = question
  const channel = contactWish === 'phone' ? 'phone' : 'email'
  const refusal = contactRefusal({ contactWish, cancelledAt: asker.cancelledAt, session }, channel, now)
  const breadcrumbs = sessionBreadcrumbs(
    session,
    { label: 'Vragen', href: routes.agendaQuestions(sessionId) },
    { label: `Vraag van ${question.workplace}`, href: routes.agendaQuestion(sessionId, answerId) },
  )
  return (
    <AdminPage organiser={organiser} width="reading" breadcrumbs={breadcrumbs}>
      <AgendaQuestion question={question} eyebrow="Toelichting" />
      {requests.length > 0 ? (
        <section className={styles.planned}>
          <Heading level={2}>Al gevraagd</Heading>
          <ul className={styles.list}>
            {requests.map((request) => (
              <li key={request.id}>
                {channelLabels[request.channel]} op <DateTime value={request.requestedAt} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <ClarificationForms
        question={question}
        channel={channel}
        requestId={randomUUID()}
        refusal={round ? 'round-closed' : refusal}
        requestAction={requestClarificationAction.bind(null, sessionId, answerId, channel)}
        recordAction={recordClarificationAction.bind(null, sessionId, answerId)}
      />
    </AdminPage>
  )
}
