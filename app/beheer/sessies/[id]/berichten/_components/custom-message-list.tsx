import { Heading, Link } from '@utrecht/component-library-react'
import styles from '@/app/beheer/sessies/[id]/_components/item-list.module.css'
import { DateTime } from '@/components/ui/text/date-time'
import { routes } from '@/lib/platform/routes'

type Props = {
  session: { id: string; title: string }
  messages: CustomMessageRow[]
}

type CustomMessageRow = { id: string; subject: string; createdAt: Date; progress: { total: number; sent: number } }

/** The messages that organisers wrote, with how far each has come; nothing when there are none. */
export function CustomMessageList({ session, messages }: Props) {
  if (messages.length === 0) return null
  return (
    <section className={styles.planned}>
      <Heading level={2}>Eigen berichten</Heading>
      <ul className={styles.list}>
        {messages.map(({ id, subject, createdAt, progress: { total, sent } }) => (
          <li key={id}>
            <Link href={routes.customMessage(session.id, id)}>
              {subject.replaceAll('{kennissessie}', session.title)}
            </Link>
            <br />
            <DateTime value={createdAt} />, {sent.toLocaleString('nl-NL')} van {total.toLocaleString('nl-NL')} verstuurd
          </li>
        ))}
      </ul>
    </section>
  )
}
