import { Link } from '@utrecht/component-library-react'
import { AdminPage } from '@/app/beheer/_components/admin-page'
import styles from '@/app/beheer/_components/button-row.module.css'
import { FailedMailCallouts, MailHealth } from '@/app/beheer/_components/mail/mail-health'
import { RegistrationBurstCallouts } from '@/app/beheer/_components/registration-burst-callouts'
import { AdminSessionList } from '@/app/beheer/_components/session/admin-session-list'
import { ButtonLink } from '@/components/ui/button-link'
import { PageTitle } from '@/components/ui/page/page-title'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { listFailedMail } from '@/lib/outbox/delivery-health'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listRegistrationBursts, listRegistrationCounts } from '@/lib/registrations/queries'
import { listSessions } from '@/lib/sessions/queries'
import { countNewOpenGuaranteesBySession } from '@/lib/triage/queries'

export default async function SessionsPage() {
  const organiser = await requireOrganiser(routes.admin())
  const now = clock.now()
  const [sessions, counts, failed, guarantees, bursts] = await Promise.all([
    listSessions({ archived: false }),
    listRegistrationCounts(),
    listFailedMail(now),
    countNewOpenGuaranteesBySession(),
    listRegistrationBursts(now),
  ])
  return (
    <AdminPage organiser={organiser} title="Kennissessies">
      <PageTitle size="calm">Kennissessies</PageTitle>
      <MailHealth now={now} />
      <FailedMailCallouts failed={failed} />
      <RegistrationBurstCallouts bursts={bursts} />
      <div className={styles.buttons}>
        <ButtonLink href={routes.newSession()}>Nieuwe kennissessie</ButtonLink>
        <Link href={routes.archive()}>Archief</Link>
      </div>
      <AdminSessionList sessions={sessions} counts={counts} guaranteesSinceClosing={guarantees} now={now} />
    </AdminPage>
  )
}
