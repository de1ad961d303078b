import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { DeskPage } from '@/app/beheer/desk-page'
import { MailState } from '@/app/beheer/mail-state'
import { idOr404, pageNumber } from '@/app/beheer/read-params'
import { Page } from '@/components/layout/page'
import { LetterList } from '@/components/organiser/letter-list'
import { MessageBulk } from '@/components/organiser/message-bulk'
import { MessageFilter } from '@/components/organiser/message-filter'
import { MessageSearch } from '@/components/organiser/message-search'
import { MessagesHead } from '@/components/organiser/messages-head'
import { MessagesTable } from '@/components/organiser/messages-table'
import { Pager } from '@/components/organiser/pager'
import { PlannedMails } from '@/components/organiser/planned-mails'
import { SessionHeading } from '@/components/organiser/session-heading'
import { getBulk } from '@/lib/messages/bulk'
import { comingMails } from '@/lib/messages/planned'
import { getRecipientCount, listLetters, listMessageCounts, listSessionMessages } from '@/lib/messages/queries'
import { everybody } from '@/lib/messages/schema'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getMailPlan } from '@/lib/sessions/mail-plan'
import { getLatestRelease, getSessionHeading } from '@/lib/sessions/queries'
import { messageBulkAction } from './actions'
import { readAsked } from './read-asked'

export default async function MessagesPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/berichten'>) {
  const [{ id }, { pagina, stand, soort, zoek }] = await Promise.all([params, searchParams])
  const asked = readAsked({ stand, soort, zoek })
  const { show = null, kind = null, search = '' } = asked
  const organiser = await requireOrganiser(routes.messages(id, { ...asked, page: pageNumber(pagina) }))
  const [session, plan] = await Promise.all([getSessionHeading(idOr404(id)), getMailPlan(idOr404(id))])
  if (!session || !plan) notFound()
  const now = clock.now()
  const [list, bulk, counts, letters, recipients, tookPart, release] = await Promise.all([
    listSessionMessages({ ...asked, sessionId: session.id, page: pageNumber(pagina) }),
    getBulk({ ...asked, sessionId: session.id }),
    listMessageCounts(session.id),
    listLetters(session.id),
    getRecipientCount(session.id),
    getRecipientCount(session.id, { ...everybody, tookPart: true }),
    getLatestRelease(session.id),
  ])
  const pathOf = (page: number) => routes.messages(id, { ...asked, page })
  return (
    <DeskPage organiser={organiser}>
      <title>{`Berichten ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={now} here="messages" />
        <MailState now={now} />
        <MessagesHead sessionId={session.id} />
        <PlannedMails
          sessionId={session.id}
          planned={comingMails({ ...plan, released: release !== null }, now)}
          released={release !== null}
          recipients={recipients}
          tookPart={tookPart}
          thanksTo={plan.thanksTo}
        />
        <LetterList session={session} letters={letters} />
        <Heading level={2}>Alle berichten</Heading>
        <MessageSearch sessionId={session.id} show={show} kind={kind} search={search} />
        <MessageFilter sessionId={session.id} counts={counts} show={show} />
        <MessageBulk
          action={messageBulkAction.bind(null, session.id, { stand, soort, zoek })}
          sessionId={session.id}
          show={show}
          {...bulk}
        />
        <MessagesTable sessionId={session.id} {...list} />
        <Pager page={list.page} pages={list.pages} pathOf={pathOf} />
      </Page>
    </DeskPage>
  )
}
