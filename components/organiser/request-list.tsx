import { Heading } from '@utrecht/component-library-react'
import { At } from '@/components/layout/at'
import { wayInWords } from './clarification-words'
import styles from './planned-mails.module.css'

/** When an asker was approached, and how; nothing when they were not. */
export function RequestList({ requests }: { requests: { id: string; way: keyof typeof wayInWords; askedAt: Date }[] }) {
  if (requests.length === 0) return null
  return (
    <section className={styles.planned}>
      <Heading level={2}>Al gevraagd</Heading>
      <ul className={styles.list}>
        {requests.map(({ id, way, askedAt }) => (
          <li key={id}>
            {wayInWords[way]} op <At moment={askedAt} />
          </li>
        ))}
      </ul>
    </section>
  )
}
