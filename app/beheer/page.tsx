import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { listFailedMail } from '@/lib/outbox/delivery-health'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listRegistrationCounts } from '@/lib/registrations/queries'
import { listSessions } from '@/lib/sessions/queries'
import { countNewOpenGuaranteesBySession } from '@/lib/triage/queries'
import { AdminPage } from './_components/admin-page'
import { FailedMailCallouts } from './_components/mail/failed-mail-callouts'
import { MailHealth } from './_components/mail/mail-health'
import { AdminSessionList } from './_components/session/admin-session-list'
import { SessionListActions } from './_components/session/session-list-actions'

export default async function SessionsPage() {
  const organiser = await requireOrganiser(routes.admin())
  const now = clock.now()
  const [sessions, counts, failed, promises] = await Promise.all([
    listSessions({ archived: false }),
    listRegistrationCounts(),
    listFailedMail(now),
    countNewOpenGuaranteesBySession(),
  ])
  return (
    <AdminPage organiser={organiser} title="Kennissessies">
      <PageTitle size="calm">Kennissessies</PageTitle>
      <MailHealth now={now} />
      <FailedMailCallouts failed={failed} />
      <SessionListActions />
      <AdminSessionList sessions={sessions} counts={counts} guaranteesSinceClosing={promises} now={now} />
    </AdminPage>
  )
}
