import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { DayTile } from '@/components/session/day-tile'
import { registrationOptionsInWords } from '@/components/session/session-copy'
import type { SessionView } from '@/components/session/session-view'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import styles from './session-list.module.css'

/** Sessions with their date and what a visitor can do. The link covers its whole row. */
export function SessionList({ sessions, now }: { sessions: SessionView[]; now: Date }) {
  return (
    <ul className={styles.list}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.row}>
          <DayTile at={session.startsAt} size="small" />
          <div>
            <Heading level={3} className={styles.title}>
              <Link href={routes.session(session.slug)} className={styles.link}>
                {session.title}
              </Link>
            </Heading>
            <Paragraph className={styles.when}>
              <time dateTime={isoLocal(session.startsAt)}>
                {longDate(session.startsAt)}, {timeRange(session.startsAt, session.endsAt)}
              </time>
              , online, van {session.organisedBy}
            </Paragraph>
            <Paragraph className={styles.state}>{registrationOptionsInWords(session, now)}</Paragraph>
          </div>
        </li>
      ))}
    </ul>
  )
}
