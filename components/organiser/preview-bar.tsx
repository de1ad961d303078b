import { Link } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { routes } from '@/lib/platform/routes'
import styles from './preview-bar.module.css'

type Props = {
  session: { id: string; publishedAt: Date | null }
  here: 'page' | 'form'
}

/** Says above a page for visitors that this is not the real one, and leads on and back. */
export function PreviewBar({ session, here }: Props) {
  return (
    <div className={styles.bar}>
      <Note lead="Dit is een voorbeeld.">
        {session.publishedAt
          ? 'Zo ziet een bezoeker het nu.'
          : 'De kennissessie staat niet op de site. Zo ziet een bezoeker het straks.'}{' '}
        {here === 'form' ? 'Dit formulier kun je niet versturen.' : null}
      </Note>
      <nav aria-label="Voorbeeld" className={styles.ways}>
        <Link href={routes.preview(session.id)} aria-current={here === 'page' ? 'page' : undefined}>
          Pagina
        </Link>
        <Link href={routes.previewForm(session.id)} aria-current={here === 'form' ? 'page' : undefined}>
          Formulier
        </Link>
        <Link href={routes.editSession(session.id)}>Terug naar bewerken</Link>
      </nav>
    </div>
  )
}
