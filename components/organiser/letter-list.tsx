import { Heading, Link } from '@utrecht/component-library-react'
import { At } from '@/components/layout/at'
import { routes } from '@/lib/platform/routes'
import styles from './planned-mails.module.css'

type Props = {
  session: { id: string; title: string }
  letters: Letter[]
}

type Letter = { id: string; subject: string; createdAt: Date; progress: { total: number; sent: number } }

/** The messages that organisers wrote, with how far each has come; nothing when there are none. */
export function LetterList({ session, letters }: Props) {
  if (letters.length === 0) return null
  return (
    <section className={styles.planned}>
      <Heading level={2}>Eigen berichten</Heading>
      <ul className={styles.list}>
        {letters.map(({ id, subject, createdAt, progress: { total, sent } }) => (
          <li key={id}>
            <Link href={routes.letter(session.id, id)}>{subject.replaceAll('{kennissessie}', session.title)}</Link>
            <br />
            <At moment={createdAt} />, {sent.toLocaleString('nl-NL')} van {total.toLocaleString('nl-NL')} verstuurd
          </li>
        ))}
      </ul>
    </section>
  )
}
