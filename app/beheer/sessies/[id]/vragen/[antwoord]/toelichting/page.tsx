import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { Breadcrumbs } from '@/app/beheer/_components/breadcrumbs'
import { idOr404 } from '@/app/beheer/_lib/params'
import { AgendaQuestion } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_components/agenda-question'
import { clarificationRefusals } from '@/components/triage/clarification-copy'
import { Callout } from '@/components/ui/callout'
import { Page } from '@/components/ui/page/page'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSessionHeading } from '@/lib/sessions/queries'
import { getAgendaQuestion, getClosedRound } from '@/lib/triage/queries'
import { contactRefusal } from '@/lib/triage/rules'
import { ClarificationForms } from './_components/clarification-forms'
import { ClarificationRequestList } from './_components/clarification-request-list'
import { recordClarificationAction, requestClarificationAction } from './actions'

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
  const breadcrumbs = [
    { label: 'Kennissessies', href: routes.admin() },
    { label: session.title, href: routes.registrations(sessionId) },
    { label: 'Vragen', href: routes.agendaQuestions(sessionId) },
    { label: `Vraag van ${question.workplace}`, href: routes.agendaQuestion(sessionId, answerId) },
  ]
  return (
    <AdminPage organiser={organiser}>
      <Page width="reading">
        <Breadcrumbs links={breadcrumbs} />
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
          record={
            round || asker.cancelledAt ? null : { action: recordClarificationAction.bind(null, sessionId, answerId) }
          }
          question={question}
        />
      </Page>
    </AdminPage>
  )
}
