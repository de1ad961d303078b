import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { guaranteesSinceClosingText } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import { isoLocal, longDate, timeRange } from '@/lib/platform/time'
import type { RegistrationCounts } from '@/lib/registrations/queries'
import { statusLabels } from '@/lib/registrations/status'
import { hasEnded, type SessionMoments } from '@/lib/sessions/rules'
import styles from './admin-session-list.module.css'
import { SessionPhaseBadge } from './session-phase-badge'
import statStyles from './stat-list.module.css'

type Props = {
  sessions: (SessionMoments & { id: string; title: string; publishedAt: Date | null })[]
  /** Numbers of registrations and agenda questions by session id. A session without registrations may be missing. */
  counts: Map<string, RegistrationCounts>
  /** Number of agenda questions, by session id, that were promised to be discussed after the triage round had closed. */
  guaranteesSinceClosing?: Map<string, number>
  now: Date
  /** Text in place of the list when there are no sessions. */
  emptyText?: string
}

/** Shows sessions with their counts: first the upcoming ones, the nearest first; then the past ones, the latest first. */
export function AdminSessionList({ sessions, emptyText = 'Er zijn nog geen kennissessies.', ...rest }: Props) {
  if (sessions.length === 0) return <Paragraph>{emptyText}</Paragraph>
  const latestFirst = sessions.toSorted((a, b) => b.startsAt.getTime() - a.startsAt.getTime())
  const past = latestFirst.filter((session) => hasEnded(session, rest.now))
  const upcoming = latestFirst.filter((session) => !hasEnded(session, rest.now)).reverse()
  return (
    <>
      <SessionSection title="Komende kennissessies" sessions={upcoming} {...rest} />
      <SessionSection title="Geweest" sessions={past} {...rest} />
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
          <StatList {...counts.get(session.id)} />
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

/**
 * Shows the counts of a session: participants, agenda questions before (`inTime`) and after (`later`) the question
 * deadline, open seat offers and people on the waitlist.
 */
function StatList({ signedUp = 0, inTime = 0, later = 0, offered = 0, waitlisted = 0 }: Partial<RegistrationCounts>) {
  const always = { [statusLabels['signed-up']]: signedUp, 'op tijd': inTime, later }
  const unlessZero = { [statusLabels.offered]: offered, [statusLabels.waitlisted]: waitlisted }
  const stats = [...Object.entries(always), ...Object.entries(unlessZero).filter(([, count]) => count > 0)]
  return (
    <dl className={statStyles.counts}>
      {stats.map(([label, count]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{count.toLocaleString('nl-NL')}</dd>
        </div>
      ))}
    </dl>
  )
}
