import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { routes } from '@/lib/platform/routes'
import { Logo } from './logo'
import styles from './site-frame.module.css'

/** Header, main and footer of the public pages. A page must not contain its own `<main>`. */
export function SiteFrame({ children }: { children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.header}>
        <a className={styles.brand} href={routes.home()}>
          <Logo />
          Aanschuif
        </a>
        <nav aria-label="Hoofdmenu">
          <Link className={styles.target} href={routes.home()}>
            Alle kennissessies
          </Link>
        </nav>
      </header>
      <main id="inhoud" tabIndex={-1} className={styles.main}>
        {children}
      </main>
      <footer className={styles.footer}>
        <div>
          <Paragraph>
            <strong>Kom je er niet uit?</strong> Bij elke kennissessie staat wie je kunt mailen.
          </Paragraph>
          <div className={styles.links}>
            <Link className={styles.target} href={routes.home()}>
              Bekijk alle kennissessies
            </Link>
            <Link className={styles.target} href={routes.accessibility()}>
              Toegankelijkheid
            </Link>
            <Link className={styles.target} href={routes.privacy()}>
              Privacy
            </Link>
          </div>
        </div>
      </footer>
    </div>
  )
}
