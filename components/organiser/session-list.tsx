import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { type SessionMoments, sessionPhase } from '@/lib/sessions/rules'
import { Counts } from './counts'
import styles from './session-list.module.css'
import { SessionState } from './session-state'

type SessionRow = SessionMoments & {
  id: string
  title: string
  publishedAt: Date | null
  registrations: number
  inTime: number
  later: number
}

/** The kennissessies with their counts: first what is to come, the nearest on top, then what has been, the latest on top. */
export function SessionList({ sessions, now }: { sessions: SessionRow[]; now: Date }) {
  if (sessions.length === 0) return <Paragraph>Er zijn nog geen kennissessies.</Paragraph>
  const hasBeen = (session: SessionRow) => sessionPhase(session, now) === 'past' || now >= session.endsAt
  const latestFirst = sessions.toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
  const toCome = latestFirst.filter((session) => !hasBeen(session)).reverse()
  return (
    <>
      <Part title="Komende kennissessies" sessions={toCome} now={now} />
      <Part title="Geweest" sessions={latestFirst.filter(hasBeen)} now={now} />
    </>
  )
}

function Part({ title, sessions, now }: { title: string; sessions: SessionRow[]; now: Date }) {
  if (sessions.length === 0) return null
  return (
    <section className={styles.part}>
      <Heading level={2}>{title}</Heading>
      {sessions.map((session) => (
        <article key={session.id} className={styles.session}>
          <div>
            <Heading level={3}>
              <Link href={routes.registrations(session.id)}>{session.title}</Link>
            </Heading>
            <Paragraph className={styles.when}>
              <time dateTime={isoLocal(session.startsAt)}>
                {longDate(session.startsAt)}, {timeRange(session.startsAt, session.endsAt)}
              </time>
            </Paragraph>
            <SessionState session={session} now={now} />
          </div>
          <Counts {...session} />
        </article>
      ))}
    </section>
  )
}
