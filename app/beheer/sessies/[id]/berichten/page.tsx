import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { idOr404, pageNumber } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { LetterList } from '@/components/organiser/letter-list'
import { MessageFilter } from '@/components/organiser/message-filter'
import { MessagesHead } from '@/components/organiser/messages-head'
import { MessagesTable } from '@/components/organiser/messages-table'
import { Pager } from '@/components/organiser/pager'
import { PlannedMails } from '@/components/organiser/planned-mails'
import { SessionHeading } from '@/components/organiser/session-heading'
import { comingMails } from '@/lib/messages/planned'
import {
  getRecipientCount,
  type ListedState,
  listedStates,
  listLetters,
  listMessageCounts,
  listSessionMessages,
} from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getLatestRelease, getMailPlan, getSessionHeading } from '@/lib/sessions/queries'

export default async function MessagesPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/berichten'>) {
  const [{ id }, { pagina, stand }] = await Promise.all([params, searchParams])
  const show = listedStates.find((state) => state === stand) ?? null
  const asked = { ...(show && { show }), page: pageNumber(pagina) }
  const organiser = await requireOrganiser(routes.messages(id, asked))
  const [session, plan] = await Promise.all([getSessionHeading(idOr404(id)), getMailPlan(idOr404(id))])
  if (!session || !plan) notFound()
  const now = clock.now()
  const [list, counts, letters, recipients, release] = await Promise.all([
    listSessionMessages(session.id, { page: asked.page, show }),
    listMessageCounts(session.id),
    listLetters(session.id),
    getRecipientCount(session.id),
    getLatestRelease(session.id),
  ])
  const pathOf = (page: number) => routes.messages(id, { page, ...(show && { show: show satisfies ListedState }) })
  return (
    <DeskPage organiser={organiser}>
      <title>{`Berichten ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={now} here="messages" />
        <MessagesHead sessionId={session.id} />
        <PlannedMails
          sessionId={session.id}
          planned={comingMails({ ...plan, released: release !== null }, now)}
          released={release !== null}
          recipients={recipients}
          thanksTo={plan.thanksTo}
        />
        <LetterList sessionId={session.id} letters={letters} />
        <Heading level={2}>Alle berichten</Heading>
        <MessageFilter sessionId={session.id} counts={counts} show={show} />
        <MessagesTable sessionId={session.id} {...list} />
        <Pager page={list.page} pages={list.pages} pathOf={pathOf} />
      </Page>
    </DeskPage>
  )
}
