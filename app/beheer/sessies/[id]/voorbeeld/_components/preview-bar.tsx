import { Link } from '@utrecht/component-library-react'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import styles from './preview-bar.module.css'

type Props = {
  session: { id: string; publishedAt: Date | null }
  current: 'page' | 'form'
}

/** Says above a page for visitors that this is not the real one, and leads on and back. */
export function PreviewBar({ session, current }: Props) {
  return (
    <div className={styles.bar}>
      <Callout title="Dit is een voorbeeld.">
        {session.publishedAt
          ? 'Zo ziet een bezoeker het nu.'
          : 'De kennissessie staat niet op de site. Zo ziet een bezoeker het straks.'}{' '}
        {current === 'form' ? 'Dit formulier kun je niet versturen.' : null}
      </Callout>
      <nav aria-label="Voorbeeld" className={styles.ways}>
        <Link href={routes.sessionPreview(session.id)} aria-current={current === 'page' ? 'page' : undefined}>
          Pagina
        </Link>
        <Link href={routes.registrationFormPreview(session.id)} aria-current={current === 'form' ? 'page' : undefined}>
          Formulier
        </Link>
        <Link href={routes.editSession(session.id)}>Terug naar bewerken</Link>
      </nav>
    </div>
  )
}
