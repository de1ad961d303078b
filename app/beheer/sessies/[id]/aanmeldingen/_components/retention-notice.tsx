import { Paragraph } from '@utrecht/component-library-react'
import { longDate } from '@/lib/platform/time'
import { namesPurgeAt, needsPurgeAt, type RetentionPeriods } from '@/lib/privacy/rules'
import styles from './retention-notice.module.css'

type Props = { session: { endsAt: Date; cancelledAt: Date | null }; terms: RetentionPeriods; now: Date }

/** Until when a kennissessie has names, and what its participants need. */
export function RetentionNotice({ session, terms, now }: Props) {
  const needsAt = needsPurgeAt(session, terms)
  const namesAt = namesPurgeAt(session, terms)
  return (
    <Paragraph className={styles.kept}>
      {erasureSentence('Wat mensen nodig hebben, telefoonnummers en notities', needsAt, now)}{' '}
      {erasureSentence('Namen en mailadressen', namesAt, now)}
    </Paragraph>
  )
}

const erasureSentence = (subject: string, erasedAt: Date, now: Date) =>
  `${subject} ${erasedAt <= now ? 'zijn' : 'worden'} gewist op ${longDate(erasedAt)}.`
