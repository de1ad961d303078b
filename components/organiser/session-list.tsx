import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { Note } from '@/components/form/note'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { hasBeen, type SessionMoments } from '@/lib/sessions/rules'
import { Counts } from './counts'
import { sinceClosingInWords } from './question-words'
import styles from './session-list.module.css'
import { SessionState } from './session-state'

type SessionRow = SessionMoments & {
  id: string
  title: string
  publishedAt: Date | null
}

type Props = {
  sessions: SessionRow[]
  /** By the id of the session; one without sign-ups may be missing. */
  counts: Map<string, ComponentProps<typeof Counts>>
  /** How many promises came in after a vragenronde was closed, by the id of the session. */
  promises?: Map<string, number>
  now: Date
  /** What to say when there are none. */
  none?: string
}

const nobody = { registrations: 0, inTime: 0, later: 0, waiting: 0 }

/** The kennissessies with their counts: first what is to come, the nearest on top, then what has been, the latest on top. */
export function SessionList({ sessions, none = 'Er zijn nog geen kennissessies.', ...rest }: Props) {
  if (sessions.length === 0) return <Paragraph>{none}</Paragraph>
  const latestFirst = sessions.toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
  const toCome = latestFirst.filter((session) => !hasBeen(session, rest.now)).reverse()
  return (
    <>
      <Part title="Komende kennissessies" sessions={toCome} {...rest} />
      <Part title="Geweest" sessions={latestFirst.filter((session) => hasBeen(session, rest.now))} {...rest} />
    </>
  )
}

function Part({ title, sessions, counts, promises, now }: Props & { title: string }) {
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
            <LatePromises sessionId={session.id} count={promises?.get(session.id) ?? 0} />
          </div>
          <Counts {...(counts.get(session.id) ?? nobody)} />
        </article>
      ))}
    </section>
  )
}

function LatePromises({ sessionId, count }: { sessionId: string; count: number }) {
  if (count === 0) return null
  return (
    <Note tone="alarm" lead={sinceClosingInWords(count)}>
      Beloofd is dat {count === 1 ? 'die' : 'ze'} zeker aan bod {count === 1 ? 'komt' : 'komen'}.{' '}
      <Link href={routes.questions(sessionId)}>Naar de vragenronde</Link>
    </Note>
  )
}
