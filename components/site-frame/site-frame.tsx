import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { routes } from '@/lib/platform/routes'
import styles from './site-frame.module.css'

/** Shows a public page in a `<main>` between the header and the footer. The page must not contain its own `<main>`. */
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

/** Draws four woven strands. They are hidden from screen readers: the name of the site is next to them. */
function Logo() {
  return (
    <svg width="30" height="30" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <g fill="none" strokeWidth="5">
        <path d="M10.5 3v14.5M10.5 25.5V29M21.5 3v3.5M21.5 14.5V29" stroke="currentColor" />
        <path d="M3 10.5h3.5M14.5 10.5H29M3 21.5h14.5M25.5 21.5H29" stroke="var(--aanschuif-mark)" />
      </g>
    </svg>
  )
}
