import { Page } from '@/components/layout/page'
import { PageTitle } from '@/components/layout/page-title'
import { DeskWays } from '@/components/organiser/desk-ways'
import { MailFailed } from '@/components/organiser/mail-failed'
import { SessionList } from '@/components/organiser/session-list'
import { listFailedMail } from '@/lib/messages/trouble'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { countPromisesSinceClosing } from '@/lib/questions/queries'
import { listRegistrationCounts } from '@/lib/registrations/queries'
import { listSessions } from '@/lib/sessions/queries'
import { DeskPage } from './desk-page'
import { MailState } from './mail-state'

export default async function SessionsPage() {
  const organiser = await requireOrganiser(routes.desk())
  const now = clock.now()
  const [sessions, counts, failed, promises] = await Promise.all([
    listSessions({ archived: false }),
    listRegistrationCounts(),
    listFailedMail(now),
    countPromisesSinceClosing(),
  ])
  return (
    <DeskPage organiser={organiser}>
      <title>Kennissessies - Aanschuif beheer</title>
      <Page>
        <PageTitle size="calm">Kennissessies</PageTitle>
        <MailState now={now} />
        <MailFailed failed={failed} />
        <DeskWays />
        <SessionList sessions={sessions} counts={counts} promises={promises} now={now} />
      </Page>
    </DeskPage>
  )
}
