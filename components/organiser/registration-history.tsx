import { Heading } from '@utrecht/component-library-react'
import { At } from '@/components/layout/at'
import { WholeWords } from '@/components/layout/whole-words'
import { changeInWords, historyInWords, type PartChange } from './history-words'
import styles from './registration-details.module.css'

type Entry = {
  id: string
  at: Date
  action: string
  fields: string[]
  /** Name of the organiser who did it; null when it was somebody else. */
  by: string | null
  actor: string
  /** What was changed, with what it was. */
  changes: PartChange[]
}

/** What was done to a sign-up, the latest first. */
export function RegistrationHistory({ entries }: { entries: Entry[] }) {
  if (entries.length === 0) return null
  return (
    <section className={styles.part}>
      <Heading level={2}>Geschiedenis</Heading>
      <ol className={styles.history}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <At moment={entry.at} />: <WholeWords text={historyInWords(entry)} />
            {entry.changes.length > 0 ? (
              <ul className={styles.changes}>
                {entry.changes.map((change) => (
                  <li key={change.id}>{changeInWords(change)}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
