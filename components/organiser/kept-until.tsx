import { Paragraph } from '@utrecht/component-library-react'
import { longDate } from '@/lib/platform/time'
import { type KeepTerms, namesEraseAt, needsEraseAt } from '@/lib/privacy/rules'
import styles from './kept-until.module.css'

type Props = { session: { endsAt: Date; cancelledAt: Date | null }; terms: KeepTerms; now: Date }

/** Until when a kennissessie has names, and what its participants need. */
export function KeptUntil({ session, terms, now }: Props) {
  const needsAt = needsEraseAt(session, terms)
  const namesAt = namesEraseAt(session, terms)
  return (
    <Paragraph className={styles.kept}>
      {inWords('Wat mensen nodig hebben, telefoonnummers en notities', needsAt, now)}{' '}
      {inWords('Namen en mailadressen', namesAt, now)}
    </Paragraph>
  )
}

const inWords = (what: string, at: Date, now: Date) =>
  `${what} ${at <= now ? 'zijn' : 'worden'} gewist op ${longDate(at)}.`
