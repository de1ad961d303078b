import { Heading, Link } from '@utrecht/component-library-react'
import { notFound } from 'next/navigation'
import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import styles from '@/app/beheer/sessies/[id]/_components/item-list.module.css'
import { DateTime } from '@/components/ui/text/date-time'
import { listCustomMessages } from '@/lib/notifications/custom-messages'
import { mailKindLabel, mailKinds } from '@/lib/notifications/kinds/registry'
import { getRecipientCount } from '@/lib/notifications/queries'
import { upcomingScheduledMails } from '@/lib/notifications/schedule'
import { unrestrictedAudience } from '@/lib/notifications/schema'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'
import { getNotificationSettings } from '@/lib/sessions/notification-settings'
import { getLatestRelease } from '@/lib/sessions/queries'
import { AudiencePhrase } from './audience-copy'

/** Lists the mails that will be sent automatically, each with its time and current number of recipients. */
export async function ScheduledMails({ sessionId, now }: { sessionId: string; now: Date }) {
  const [settings, recipients, attendees, waitlisted, release] = await Promise.all([
    getNotificationSettings(sessionId),
    getRecipientCount(sessionId),
    getRecipientCount(sessionId, { ...unrestrictedAudience, tookPart: true }),
    getRecipientCount(sessionId, { statuses: ['waitlisted'] }),
    getLatestRelease(sessionId),
  ])
  if (!settings) notFound()
  const upcoming = upcomingScheduledMails({ ...settings, released: release !== null }, now)
  const mails = upcoming.filter(({ kind }) => kind !== 'waitlistEnded' || settings.capacity !== null)
  const audienceLabel = (kind: MessageKind) => {
    if (kind === 'questionDeadline') return ''
    if (kind === 'waitlistEnded')
      return `, aan wie dan nog wacht: nu ${waitlisted === 0 ? 'niemand' : peopleCount(waitlisted)}`
    if (kind === 'followUp' && settings.followUpAudience === 'tookPart')
      return `, aan wie heeft meegedaan: nu ${attendees === 0 ? 'nog niemand' : peopleCount(attendees)}`
    const currentAudience = recipients === 0 ? ', nog aan niemand' : `, nu aan ${peopleCount(recipients)}`
    return kind === 'reminderHour' && !release ? `${currentAudience}, als de link dan is vrijgegeven` : currentAudience
  }
  return (
    <section className={styles.planned}>
      <Heading level={2}>Gaat vanzelf</Heading>
      {mails.length > 0 ? (
        <ul className={styles.list}>
          {mails.map(({ kind, dueAt }) => (
            <li key={kind}>
              <Link href={routes.mailTemplate(sessionId, mailKinds[kind].slug)}>{mailKindLabel(kind)}</Link>
              <br />
              <DateTime value={dueAt} />
              {audienceLabel(kind)}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>Er gaat geen mail meer vanzelf uit.</p>
      )}
    </section>
  )
}

/** Lists the custom messages of a session, each with its number of sent mails. Renders nothing if there are none. */
export async function CustomMessageList({ session }: { session: { id: string; title: string } }) {
  const messages = await listCustomMessages(session.id)
  if (messages.length === 0) return null
  return (
    <section className={styles.planned}>
      <Heading level={2}>Eigen berichten</Heading>
      <ul className={styles.list}>
        {messages.map(({ id, subject, createdAt, progress: { total, sent }, person, to }) => (
          <li key={id}>
            <Link href={routes.customMessage(session.id, id)}>
              {subject.replaceAll('{kennissessie}', session.title)}
            </Link>
            <br />
            <DateTime value={createdAt} />
            {person || to ? ', ' : null}
            <AudiencePhrase sessionId={session.id} audience={{ person, to }} />, {sent.toLocaleString('nl-NL')} van{' '}
            {total.toLocaleString('nl-NL')} verstuurd
          </li>
        ))}
      </ul>
    </section>
  )
}
