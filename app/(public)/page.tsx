import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { Metadata } from 'next'
import { DayTile } from '@/components/session/day-tile'
import { registrationOptionsInWords } from '@/components/session/session-copy'
import type { SessionView } from '@/components/session/session-view'
import { Page } from '@/components/ui/page/page'
import { PageTitle } from '@/components/ui/page/page-title'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { getSeats } from '@/lib/registrations/queries'
import { listPublishedSessions } from '@/lib/sessions/queries'
import listStyles from './_components/session-list.module.css'
import styles from './page.module.css'

export const metadata: Metadata = {
  title: 'Kennissessies - Aanschuif',
  description: 'Online kennissessies voor mensen die bij een gemeente werken. Kijk wat eraan komt en meld je aan.',
}

export default async function HomePage() {
  const now = clock.now()
  const { upcoming, past } = await listPublishedSessions(now)
  const open = await Promise.all(upcoming.map(async (session) => ({ ...session, seats: await getSeats(session) })))
  return (
    <Page>
      <PageTitle>Schuif aan bij een kennissessie</PageTitle>
      <Paragraph lead className={styles.lead}>
        Werk je bij een gemeente en wil je verder met een vraag uit je werk? In een online kennissessie denk je samen
        met experts en met mensen van andere gemeenten na.
      </Paragraph>
      <section aria-labelledby="straks" className={styles.section}>
        <Heading level={2} id="straks">
          Komende kennissessies
        </Heading>
        {open.length > 0 ? (
          <SessionList sessions={open} now={now} />
        ) : (
          <Paragraph>Er staat nu geen kennissessie gepland. Kijk later nog eens.</Paragraph>
        )}
      </section>
      {past.length > 0 ? (
        <section aria-labelledby="eerder" className={styles.section}>
          <Heading level={2} id="eerder">
            Eerdere kennissessies
          </Heading>
          <SessionList sessions={past} now={now} />
        </section>
      ) : null}
    </Page>
  )
}

/** Shows each session with its date and whether a visitor can register. */
function SessionList({ sessions, now }: { sessions: SessionView[]; now: Date }) {
  return (
    <ul className={listStyles.list}>
      {sessions.map((session) => (
        <li key={session.id} className={listStyles.row}>
          <DayTile at={session.startsAt} size="small" />
          <div>
            <Heading level={3} className={listStyles.title}>
              <Link href={routes.session(session.slug)} className={listStyles.link}>
                {session.title}
              </Link>
            </Heading>
            <Paragraph className={listStyles.when}>
              <time dateTime={isoLocal(session.startsAt)}>
                {longDate(session.startsAt)}, {timeRange(session.startsAt, session.endsAt)}
              </time>
              , online, van {session.organisedBy}
            </Paragraph>
            <Paragraph className={listStyles.state}>{registrationOptionsInWords(session, now)}</Paragraph>
          </div>
        </li>
      ))}
    </ul>
  )
}
