import { Heading, Link } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { idOr404, pageNumber } from '@/app/beheer/_lib/params'
import styles from '@/app/beheer/sessies/[id]/_components/action-row.module.css'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { ButtonLink } from '@/components/ui/button-link'
import { Pagination } from '@/components/ui/pagination'
import { countBulkActions } from '@/lib/notifications/resend'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { listSessionMessages } from '@/lib/outbox/message-queries'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getNotificationSettings } from '@/lib/sessions/notification-settings'
import { getSessionHeading } from '@/lib/sessions/queries'
import { BulkMessageActions } from './_components/message-actions'
import { MessageSearch, MessageStateFilter, MessagesTable } from './_components/message-list'
import { CustomMessageList, ScheduledMails } from './_components/planned-mails'
import { messageListQuery, parseMessageFilter } from './_lib/parse-message-filter'
import { bulkMessageAction } from './actions'

export default async function MessagesPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/berichten'>) {
  const [{ id }, { pagina, stand, soort, zoek }] = await Promise.all([params, searchParams])
  const filter = parseMessageFilter({ stand, soort, zoek })
  const pathOf = (page: number) => routes.messages(id, { ...messageListQuery(filter), page })
  const organiser = await requireOrganiser(pathOf(pageNumber(pagina)))
  const sessionId = idOr404(id)
  const [session, settings] = await Promise.all([getSessionHeading(sessionId), getNotificationSettings(sessionId)])
  if (!session || !settings) notFound()
  const now = clock.now()
  const [list, bulk] = await Promise.all([
    listSessionMessages({ ...filter, sessionId, page: pageNumber(pagina) }),
    countBulkActions({ ...filter, sessionId }),
  ])
  return (
    <AdminSessionPage {...{ organiser, session, now }} current="messages" title="Berichten">
      <MailHealth now={now} />
      <div className={styles.row}>
        <ButtonLink href={routes.newCustomMessage(sessionId)}>Bericht schrijven</ButtonLink>
        <Link href={routes.mailTemplates(sessionId)}>Teksten van de mails</Link>
        <Link href={routes.notificationSettings(sessionId)}>Mails die vanzelf gaan</Link>
      </div>
      <ScheduledMails settings={settings} now={now} />
      <CustomMessageList session={session} />
      <Heading level={2}>Alle berichten</Heading>
      <MessageSearch sessionId={sessionId} filter={filter} />
      <MessageStateFilter sessionId={sessionId} show={filter.show} />
      <BulkMessageActions
        action={bulkMessageAction.bind(null, sessionId, { stand, soort, zoek })}
        sessionId={sessionId}
        show={filter.show}
        {...bulk}
      />
      <MessagesTable sessionId={sessionId} {...list} />
      <Pagination page={list.page} pages={list.pages} hrefFor={pathOf} />
    </AdminSessionPage>
  )
}
