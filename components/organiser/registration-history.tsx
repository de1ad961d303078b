import { Heading } from '@utrecht/component-library-react'
import { At } from '@/components/layout/at'
import { historyInWords } from './history-words'
import styles from './registration-details.module.css'

type Entry = {
  id: string
  at: Date
  action: string
  fields: string[]
  /** Name of the organiser who did it; null when it was somebody else. */
  by: string | null
  actor: string
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
            <At moment={entry.at} />: {historyInWords(entry)}
          </li>
        ))}
      </ol>
    </section>
  )
}
