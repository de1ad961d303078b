import { Heading } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404, pageNumber } from '@/app/beheer/_lib/params'
import { SessionHeading } from '@/app/beheer/sessies/[id]/_components/session-heading'
import { Page } from '@/components/ui/page/page'
import { Pagination } from '@/components/ui/pagination'
import { listCustomMessages } from '@/lib/notifications/custom-messages'
import { getRecipientCount } from '@/lib/notifications/queries'
import { countBulkActions } from '@/lib/notifications/resend'
import { upcomingScheduledMails } from '@/lib/notifications/schedule'
import { unrestrictedAudience } from '@/lib/notifications/schema'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { countMessagesByState, listSessionMessages } from '@/lib/outbox/message-queries'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getNotificationSettings } from '@/lib/sessions/notification-settings'
import { getLatestRelease, getSessionHeading } from '@/lib/sessions/queries'
import { BulkMessageActions } from './_components/bulk-message-actions'
import { CustomMessageList } from './_components/custom-message-list'
import { MessageLinks } from './_components/message-links'
import { MessageSearch } from './_components/message-search'
import { MessageStateFilter } from './_components/message-state-filter'
import { MessagesTable } from './_components/messages-table'
import { ScheduledMails } from './_components/scheduled-mails'
import { messageListQuery, parseMessageFilter } from './_lib/parse-message-filter'
import { bulkMessageAction } from './actions'

export default async function MessagesPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/berichten'>) {
  const [{ id }, { pagina, stand, soort, zoek }] = await Promise.all([params, searchParams])
  const filter = parseMessageFilter({ stand, soort, zoek })
  const { show = null, kind = null, search = '' } = filter
  const organiser = await requireOrganiser(
    routes.messages(id, { ...messageListQuery(filter), page: pageNumber(pagina) }),
  )
  const [session, settings] = await Promise.all([getSessionHeading(idOr404(id)), getNotificationSettings(idOr404(id))])
  if (!session || !settings) notFound()
  const now = clock.now()
  const [list, bulk, counts, customMessages, recipients, tookPart, release] = await Promise.all([
    listSessionMessages({ ...filter, sessionId: session.id, page: pageNumber(pagina) }),
    countBulkActions({ ...filter, sessionId: session.id }),
    countMessagesByState(session.id),
    listCustomMessages(session.id),
    getRecipientCount(session.id),
    getRecipientCount(session.id, { ...unrestrictedAudience, tookPart: true }),
    getLatestRelease(session.id),
  ])
  const pathOf = (page: number) => routes.messages(id, { ...messageListQuery(filter), page })
  return (
    <AdminPage organiser={organiser}>
      <title>{`Berichten ${session.title} - Aanschuif beheer`}</title>
      <Page>
        <SessionHeading session={session} now={now} current="messages" />
        <MailHealth now={now} />
        <MessageLinks sessionId={session.id} />
        <ScheduledMails
          sessionId={session.id}
          mails={upcomingScheduledMails({ ...settings, released: release !== null }, now)}
          isReleased={release !== null}
          recipients={recipients}
          attendees={tookPart}
          followUpAudience={settings.followUpAudience}
        />
        <CustomMessageList session={session} messages={customMessages} />
        <Heading level={2}>Alle berichten</Heading>
        <MessageSearch sessionId={session.id} show={show} kind={kind} search={search} />
        <MessageStateFilter sessionId={session.id} counts={counts} show={show} />
        <BulkMessageActions
          action={bulkMessageAction.bind(null, session.id, { stand, soort, zoek })}
          sessionId={session.id}
          show={show}
          {...bulk}
        />
        <MessagesTable sessionId={session.id} {...list} />
        <Pagination page={list.page} pages={list.pages} hrefFor={pathOf} />
      </Page>
    </AdminPage>
  )
}
