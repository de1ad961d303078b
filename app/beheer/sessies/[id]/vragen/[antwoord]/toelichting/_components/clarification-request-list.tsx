import { Heading } from '@utrecht/component-library-react'
import styles from '@/app/beheer/sessies/[id]/_components/item-list.module.css'
import { channelLabels } from '@/components/triage/clarification-copy'
import { DateTime } from '@/components/ui/text/date-time'

/** When an asker was approached, and how; nothing when they were not. */
export function ClarificationRequestList({
  requests,
}: {
  requests: { id: string; channel: keyof typeof channelLabels; requestedAt: Date }[]
}) {
  if (requests.length === 0) return null
  return (
    <section className={styles.planned}>
      <Heading level={2}>Al gevraagd</Heading>
      <ul className={styles.list}>
        {requests.map(({ id, channel, requestedAt }) => (
          <li key={id}>
            {channelLabels[channel]} op <DateTime value={requestedAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}
