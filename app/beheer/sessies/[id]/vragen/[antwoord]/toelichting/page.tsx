import { randomUUID } from 'node:crypto'
import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { sessionBreadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import styles from '@/app/beheer/sessies/[id]/_components/item-list.module.css'
import { AgendaQuestion } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_components/agenda-question'
import { ClarificationForms } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/toelichting/_components/clarification-forms'
import {
  recordClarificationAction,
  requestClarificationAction,
} from '@/app/beheer/sessies/[id]/vragen/[antwoord]/toelichting/actions'
import { channelLabels, clarificationRefusals } from '@/components/triage/clarification-copy'
import { Callout } from '@/components/ui/callout'
import { DateTime } from '@/components/ui/text/date-time'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { getAgendaQuestion, getClosedRound } from '@/lib/triage/queries'
import { contactRefusal } from '@/lib/triage/rules'

type Props = PageProps<'/beheer/sessies/[id]/vragen/[antwoord]/toelichting'>

export default async function ClarificationPage({ params }: Props) {
  const { id, antwoord } = await params
  const organiser = await requireOrganiser(routes.clarification(id, antwoord))
  const [sessionId, answerId] = [idOr404(id), idOr404(antwoord)]
  const [session, question, round] = await Promise.all([
    getSessionHeading(sessionId),
    getAgendaQuestion(sessionId, answerId),
    getClosedRound(sessionId),
  ])
  if (!session || !question) notFound()
  const { asker, contactWish, requests } = question
  const channel = contactWish === 'phone' ? 'phone' : 'email'
  const refusal = round
    ? ('round-closed' as const)
    : contactRefusal({ contactWish, cancelledAt: asker.cancelledAt, session }, channel, clock.now())
  return (
    <AdminPage
      organiser={organiser}
      width="reading"
      breadcrumbs={sessionBreadcrumbs(
        session,
        { label: 'Vragen', href: routes.agendaQuestions(sessionId) },
        { label: `Vraag van ${question.workplace}`, href: routes.agendaQuestion(sessionId, answerId) },
      )}
    >
      <AgendaQuestion question={question} eyebrow="Toelichting" />
      <ClarificationRequestList requests={requests} />
      <ClarificationForms
        request={{
          action: requestClarificationAction.bind(null, sessionId, answerId, channel),
          channel,
          asker,
          requestId: randomUUID(),
          requestCount: requests.length,
        }}
        refusalNotice={
          refusal ? (
            <Callout title={round ? 'De vragenronde is gesloten.' : clarificationRefusals[refusal].title}>
              Toelichting vragen kan daarom niet.
            </Callout>
          ) : null
        }
        recordAction={round || asker.cancelledAt ? null : recordClarificationAction.bind(null, sessionId, answerId)}
        question={question}
      />
    </AdminPage>
  )
}

/** When an asker was approached, and how; nothing when they were not. */
function ClarificationRequestList({
  requests,
}: {
  requests: { id: string; channel: keyof typeof channelLabels; requestedAt: Date }[]
}) {
  if (requests.length === 0) return null
  return (
    <section className={styles.planned}>
      <Heading level={2}>Al gevraagd</Heading>
      <ul className={styles.list}>
        {requests.map(({ id, channel, requestedAt }) => (
          <li key={id}>
            {channelLabels[channel]} op <DateTime value={requestedAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}
