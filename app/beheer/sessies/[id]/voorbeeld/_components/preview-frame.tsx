import { Link } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { SiteFrame } from '@/components/site-frame/site-frame'
import { Callout } from '@/components/ui/callout'
import { routes } from '@/lib/platform/routes'
import styles from './preview-bar.module.css'

type Props = { session: { id: string; publishedAt: Date | null }; current: 'page' | 'form'; children: ReactNode }

/** Shows a preview of a page for visitors (`children`), below a bar with links to the previews of session page and form. */
export function PreviewFrame({ session: { id, publishedAt }, current, children }: Props) {
  return (
    <SiteFrame>
      <div className={styles.bar}>
        <Callout title="Dit is een voorbeeld.">
          {publishedAt
            ? 'Zo ziet een bezoeker het nu.'
            : 'De kennissessie staat niet op de site. Zo ziet een bezoeker het straks.'}{' '}
          {current === 'form'
            ? 'Dit formulier kun je niet versturen.'
            : 'Wat opgemaakt is, heeft hier een stippellijn.'}
        </Callout>
        <nav aria-label="Voorbeeld" className={styles.ways}>
          <Link href={routes.sessionPreview(id)} aria-current={current === 'page' ? 'page' : undefined}>
            Pagina
          </Link>
          <Link href={routes.registrationFormPreview(id)} aria-current={current === 'form' ? 'page' : undefined}>
            Formulier
          </Link>
          <Link href={routes.editSession(id)}>Terug naar bewerken</Link>
        </nav>
      </div>
      <div className={styles.formatted}>{children}</div>
    </SiteFrame>
  )
}
