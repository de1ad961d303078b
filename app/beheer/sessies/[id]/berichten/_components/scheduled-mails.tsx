import { Heading, Link } from '@utrecht/component-library-react'
import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import styles from '@/app/beheer/sessies/[id]/_components/item-list.module.css'
import { DateTime } from '@/components/ui/text/date-time'
import { mailKindLabel, mailKinds } from '@/lib/notifications/kinds/registry'
import type { MessageKind } from '@/lib/outbox/schema'
import { routes } from '@/lib/platform/routes'

type Props = {
  sessionId: string
  /** Those still to come, the nearest first. */
  mails: { kind: MessageKind; dueAt: Date }[]
  /** How many are signed up now. */
  recipients: number
  /** How many of them took part. */
  attendees: number
  followUpAudience: string
  /** Whether there is a link yet. */
  isReleased: boolean
}

/** Which mails go out by themselves from now on: when, and to how many as it stands. */
export function ScheduledMails({ sessionId, mails, recipients, attendees, followUpAudience, isReleased }: Props) {
  const audienceLabel = (kind: MessageKind) => {
    if (kind === 'questionDeadline') return ''
    if (kind === 'followUp' && followUpAudience === 'tookPart')
      return `, aan wie heeft meegedaan: nu ${attendees === 0 ? 'nog niemand' : peopleCount(attendees)}`
    const currentAudience = recipients === 0 ? ', nog aan niemand' : `, nu aan ${peopleCount(recipients)}`
    return kind === 'reminderHour' && !isReleased
      ? `${currentAudience}, als de link dan is vrijgegeven`
      : currentAudience
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
