import { Paragraph } from '@utrecht/component-library-react'
import { longDate } from '@/lib/platform/time'
import { namesPurgeAt, needsPurgeAt, type RetentionPeriods } from '@/lib/privacy/rules'
import styles from './retention-notice.module.css'

type Props = { session: { endsAt: Date; cancelledAt: Date | null }; periods: RetentionPeriods; now: Date }

/** Tells organisers when needs and names of participants are erased. */
export function RetentionNotice({ session, periods, now }: Props) {
  const needsAt = needsPurgeAt(session, periods)
  const namesAt = namesPurgeAt(session, periods)
  return (
    <Paragraph className={styles.kept}>
      {erasureSentence('Wat mensen nodig hebben, telefoonnummers en notities', needsAt, now)}{' '}
      {erasureSentence('Namen en mailadressen', namesAt, now)}
    </Paragraph>
  )
}

const erasureSentence = (subject: string, erasedAt: Date, now: Date) =>
  `${subject} ${erasedAt <= now ? 'zijn' : 'worden'} gewist op ${longDate(erasedAt)}.`
