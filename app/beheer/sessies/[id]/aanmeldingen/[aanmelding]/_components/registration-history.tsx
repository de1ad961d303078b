import { Heading } from '@utrecht/component-library-react'
import {
  describeFieldChange,
  describeHistoryEntry,
  type FieldChange,
} from '@/components/audit/registration-history-copy'
import { DateTime } from '@/components/ui/text/date-time'
import { NonBreakingText } from '@/components/ui/text/non-breaking-text'
import type { ActorType, AuditAction } from '@/lib/audit/schema'
import styles from './registration-details.module.css'

type Entry = {
  id: string
  at: Date
  action: AuditAction
  fields: string[]
  actorType: ActorType
  /** `null` when the actor is no organiser, or one whose account is gone. */
  organiserName: string | null
  /** What was changed, with what it was. */
  changes: FieldChange[]
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
            <DateTime value={entry.at} />: <NonBreakingText text={describeHistoryEntry(entry)} />
            {entry.changes.length > 0 ? (
              <ul className={styles.changes}>
                {entry.changes.map((change) => (
                  <li key={change.id}>{describeFieldChange(change)}</li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}
