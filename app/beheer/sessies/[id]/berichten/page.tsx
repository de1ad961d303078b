import { Heading, Link } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404, pageNumber } from '@/app/beheer/_lib/params'
import styles from '@/app/beheer/sessies/[id]/_components/action-row.module.css'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { BulkMessageActions } from '@/app/beheer/sessies/[id]/berichten/_components/bulk-message-actions'
import { CustomMessageList } from '@/app/beheer/sessies/[id]/berichten/_components/custom-message-list'
import { MessageSearch } from '@/app/beheer/sessies/[id]/berichten/_components/message-search'
import { MessageStateFilter } from '@/app/beheer/sessies/[id]/berichten/_components/message-state-filter'
import { MessagesTable } from '@/app/beheer/sessies/[id]/berichten/_components/messages-table'
import { ScheduledMails } from '@/app/beheer/sessies/[id]/berichten/_components/scheduled-mails'
import { messageListQuery, parseMessageFilter } from '@/app/beheer/sessies/[id]/berichten/_lib/parse-message-filter'
import { bulkMessageAction } from '@/app/beheer/sessies/[id]/berichten/actions'
import { ButtonLink } from '@/components/ui/button-link'
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
    <AdminSessionPage {...{ organiser, session, now }} current="messages" title="Berichten">
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
    </AdminSessionPage>
  )
}

/** What an organiser can do about the mails of a kennissessie. */
function MessageLinks({ sessionId }: { sessionId: string }) {
  return (
    <div className={styles.row}>
      <ButtonLink href={routes.newCustomMessage(sessionId)}>Bericht schrijven</ButtonLink>
      <Link href={routes.mailTemplates(sessionId)}>Teksten van de mails</Link>
      <Link href={routes.notificationSettings(sessionId)}>Mails die vanzelf gaan</Link>
    </div>
  )
}
