import { Heading, Link } from '@utrecht/component-library-react'
import { routes } from '@/lib/platform/routes'
import styles from './registration-details.module.css'

type Props = { sessionId: string; place: string; colleagues: { id: string; name: string; role: string }[] }

/** Who else comes from the same gemeente or organisation; nothing when nobody does. */
export function Colleagues({ sessionId, place, colleagues }: Props) {
  if (colleagues.length === 0) return null
  return (
    <section className={styles.part}>
      <Heading level={2}>Collega’s van {place}</Heading>
      <ul className={styles.colleagues}>
        {colleagues.map(({ id, name, role }) => (
          <li key={id}>
            <Link href={routes.registration(sessionId, id)}>{name}</Link>, {role}
          </li>
        ))}
      </ul>
    </section>
  )
}
