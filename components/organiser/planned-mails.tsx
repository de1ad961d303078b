import { Heading, Link } from '@utrecht/component-library-react'
import { At } from '@/components/layout/at'
import { routes } from '@/lib/platform/routes'
import { kindInWords } from './message-words'
import styles from './planned-mails.module.css'
import { people } from './recipient-words'

type Props = {
  sessionId: string
  /** Those still to come, the nearest first. */
  planned: { kind: string; dueAt: Date }[]
  /** How many are signed up now. */
  recipients: number
  /** How many of them took part. */
  tookPart: number
  thanksTo: string | null
  /** Whether there is a link yet. */
  released: boolean
}

/** Which mails go out by themselves from now on: when, and to how many as it stands. */
export function PlannedMails({ sessionId, planned, recipients, tookPart, thanksTo, released }: Props) {
  const toWhom = (kind: string) => {
    if (kind === 'question-deadline') return ''
    if (kind === 'thanks' && thanksTo === 'took-part')
      return `, aan wie heeft meegedaan: nu ${tookPart === 0 ? 'nog niemand' : people(tookPart)}`
    const now = recipients === 0 ? ', nog aan niemand' : `, nu aan ${people(recipients)}`
    return kind === 'reminder-hour' && !released ? `${now}, als de link dan is vrijgegeven` : now
  }
  return (
    <section className={styles.planned}>
      <Heading level={2}>Gaat vanzelf</Heading>
      {planned.length > 0 ? (
        <ul className={styles.list}>
          {planned.map(({ kind, dueAt }) => (
            <li key={kind}>
              <Link href={routes.mailText(sessionId, kind)}>{kindInWords(kind)}</Link>
              <br />
              <At moment={dueAt} />
              {toWhom(kind)}
            </li>
          ))}
        </ul>
      ) : (
        <p className={styles.none}>Er gaat geen mail meer vanzelf uit.</p>
      )}
    </section>
  )
}
