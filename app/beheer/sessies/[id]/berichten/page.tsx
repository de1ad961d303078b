import { Heading, Link } from '@utrecht/component-library-react'
import { MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { pageNumber } from '@/app/beheer/_lib/params'
import { loadSessionPage } from '@/app/beheer/_lib/session-or-404'
import styles from '@/app/beheer/sessies/[id]/_components/action-row.module.css'
import { AdminSessionPage } from '@/app/beheer/sessies/[id]/_components/admin-session-page'
import { ButtonLink } from '@/components/ui/button-link'
import { Pagination } from '@/components/ui/pagination'
import { countBulkActions } from '@/lib/notifications/resend'
import { countMessagesByState, listSessionMessages } from '@/lib/outbox/message-queries'
import { routes } from '@/lib/platform/routes'
import { BulkMessageActions } from './_components/message-actions'
import { MessageSearch, MessageStateFilter, MessagesTable } from './_components/message-list'
import { CustomMessageList, ScheduledMails } from './_components/planned-mails'
import { messageListQuery, parseMessageFilter } from './_lib/parse-message-filter'
import { bulkMessageAction } from './actions'

export default async function MessagesPage({ params, searchParams }: PageProps<'/beheer/sessies/[id]/berichten'>) {
  const { pagina, stand, soort, zoek } = await searchParams
  const filter = parseMessageFilter({ stand, soort, zoek })
  const requestedPage = pageNumber(pagina)
  const pathTo = (id: string, page: number) => routes.messages(id, { ...messageListQuery(filter), page })
  const page = await loadSessionPage(params, (id) => pathTo(id, requestedPage))
  const { session, now } = page
  const sessionId = session.id
  const [list, bulk, counts] = await Promise.all([
    listSessionMessages({ ...filter, sessionId, page: requestedPage }),
    countBulkActions({ ...filter, sessionId }),
    countMessagesByState({ ...filter, sessionId }),
  ])
  return (
    <AdminSessionPage {...page} current="messages" title="Berichten">
      <MailHealth now={now} />
      <div className={styles.row}>
        <ButtonLink href={routes.newCustomMessage(sessionId)}>Bericht schrijven</ButtonLink>
        <Link href={routes.mailTemplates(sessionId)}>Teksten van de mails</Link>
        <Link href={routes.notificationSettings(sessionId)}>Mails die vanzelf gaan</Link>
      </div>
      <ScheduledMails sessionId={sessionId} now={now} />
      <CustomMessageList session={session} />
      <Heading level={2}>Alle berichten</Heading>
      <MessageSearch sessionId={sessionId} filter={filter} />
      <MessageStateFilter sessionId={sessionId} filter={filter} counts={counts} />
      <BulkMessageActions
        action={bulkMessageAction.bind(null, sessionId, { stand, soort, zoek })}
        sessionId={sessionId}
        show={filter.show}
        {...bulk}
      />
      <MessagesTable sessionId={sessionId} {...list} />
      <Pagination page={list.page} pages={list.pages} hrefFor={(next) => pathTo(sessionId, next)} />
    </AdminSessionPage>
  )
}
