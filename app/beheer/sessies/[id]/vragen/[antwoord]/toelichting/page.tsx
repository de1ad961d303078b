import { randomUUID } from 'node:crypto'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404 } from '@/app/beheer/read-params'
import { Note } from '@/components/form/note'
import { Page } from '@/components/layout/page'
import { AskedQuestion } from '@/components/organiser/asked-question'
import { ClarificationForms } from '@/components/organiser/clarification-forms'
import { clarificationRefusals } from '@/components/organiser/clarification-words'
import { RequestList } from '@/components/organiser/request-list'
import { Trail } from '@/components/organiser/trail'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getClosing, getQuestion } from '@/lib/questions/queries'
import { whyNotAsk } from '@/lib/questions/rules'
import { getSessionHeading } from '@/lib/sessions/queries'
import { askAction, toldAction } from './actions'

type Props = PageProps<'/beheer/sessies/[id]/vragen/[antwoord]/toelichting'>

export default async function ClarificationPage({ params }: Props) {
  const { id, antwoord } = await params
  const organiser = await requireOrganiser(routes.clarification(id, antwoord))
  const [sessionId, answerId] = [idOr404(id), idOr404(antwoord)]
  const [session, question, closing] = await Promise.all([
    getSessionHeading(sessionId),
    getQuestion(sessionId, answerId),
    getClosing(sessionId),
  ])
  if (!session || !question) notFound()
  const { asker, contactWish, requests } = question
  const way = contactWish === 'phone' ? 'phone' : 'email'
  const refused = closing
    ? ('round-closed' as const)
    : whyNotAsk({ contactWish, cancelledAt: asker.cancelledAt, session }, way, clock.now())
  const trail = [
    { label: 'Kennissessies', href: routes.desk() },
    { label: session.title, href: routes.registrations(sessionId) },
    { label: 'Vragen', href: routes.questions(sessionId) },
    { label: `Vraag van ${question.place}`, href: routes.question(sessionId, answerId) },
  ]
  return (
    <DeskPage organiser={organiser}>
      <Page width="reading">
        <Trail links={trail} />
        <AskedQuestion question={question} over="Toelichting" />
        <RequestList requests={requests} />
        <ClarificationForms
          ask={{
            action: askAction.bind(null, sessionId, answerId, way),
            way,
            asker,
            request: randomUUID(),
            times: requests.length,
          }}
          whyNotAsk={
            refused ? (
              <Note lead={closing ? 'De vragenronde is gesloten.' : clarificationRefusals[refused].lead}>
                Toelichting vragen kan daarom niet.
              </Note>
            ) : null
          }
          tell={closing || asker.cancelledAt ? null : { action: toldAction.bind(null, sessionId, answerId) }}
          question={question}
        />
      </Page>
    </DeskPage>
  )
}
