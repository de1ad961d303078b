import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import styles from '@/app/beheer/_components/session/admin-session-list.module.css'
import { SessionPhaseBadge } from '@/app/beheer/_components/session/session-phase-badge'
import statStyles from '@/app/beheer/_components/session/stat-list.module.css'
import { guaranteesSinceClosingText } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import { hasEnded, type SessionMoments } from '@/lib/sessions/rules'

type SessionRow = SessionMoments & {
  id: string
  title: string
  publishedAt: Date | null
}

type Props = {
  sessions: SessionRow[]
  /** By the id of the session; one without sign-ups may be missing. */
  counts: Map<string, ComponentProps<typeof StatList>>
  /** How many promises came in after a vragenronde was closed, by the id of the session. */
  guaranteesSinceClosing?: Map<string, number>
  now: Date
  /** What to say when there are none. */
  emptyText?: string
}

const noCounts = { registrations: 0, inTime: 0, later: 0, waiting: 0 }

/** The kennissessies with their counts: first what is to come, the nearest on top, then what has been, the latest on top. */
export function AdminSessionList({ sessions, emptyText = 'Er zijn nog geen kennissessies.', ...rest }: Props) {
  if (sessions.length === 0) return <Paragraph>{emptyText}</Paragraph>
  const latestFirst = sessions.toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
  const upcoming = latestFirst.filter((session) => !hasEnded(session, rest.now)).reverse()
  return (
    <>
      <SessionSection title="Komende kennissessies" sessions={upcoming} {...rest} />
      <SessionSection
        title="Geweest"
        sessions={latestFirst.filter((session) => hasEnded(session, rest.now))}
        {...rest}
      />
    </>
  )
}

function SessionSection({ title, sessions, counts, guaranteesSinceClosing, now }: Props & { title: string }) {
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
            <SessionPhaseBadge session={session} now={now} />
            <GuaranteesSinceClosing sessionId={session.id} count={guaranteesSinceClosing?.get(session.id) ?? 0} />
          </div>
          <StatList {...(counts.get(session.id) ?? noCounts)} />
        </article>
      ))}
    </section>
  )
}

function GuaranteesSinceClosing({ sessionId, count }: { sessionId: string; count: number }) {
  if (count === 0) return null
  return (
    <Callout tone="alarm" title={guaranteesSinceClosingText(count)}>
      Beloofd is dat {count === 1 ? 'die' : 'ze'} zeker aan bod {count === 1 ? 'komt' : 'komen'}.{' '}
      <Link href={routes.agendaQuestions(sessionId)}>Naar de vragenronde</Link>
    </Callout>
  )
}

type StatCounts = { registrations: number; inTime: number; later: number; waiting: number }

/** How many have a place, how many of their questions came in time, and how many wait, if anybody does. */
function StatList({ registrations, inTime, later, waiting }: StatCounts) {
  return (
    <dl className={statStyles.counts}>
      <Stat label="aangemeld" count={registrations} />
      <Stat label="op tijd" count={inTime} />
      <Stat label="later" count={later} />
      {waiting > 0 ? <Stat label="wachtlijst" count={waiting} /> : null}
    </dl>
  )
}

function Stat({ label, count }: { label: string; count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count.toLocaleString('nl-NL')}</dd>
    </div>
  )
}
