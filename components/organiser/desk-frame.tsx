import type { ReactNode } from 'react'
import { routes } from '@/lib/platform/routes'
import styles from './desk-frame.module.css'

type Props = {
  /** Who is logged in, and what ends that. Without it there is only the name of the place. */
  who?: { name: string; logOut: () => Promise<void> }
  children: ReactNode
}

/** The dark bar of the desk and the main part below it. Pages inside it must not bring a `<main>` of their own. */
export function DeskFrame({ who, children }: Props) {
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <div className={styles.inside}>
          <span className={styles.place}>Aanschuif beheer</span>
          {who ? (
            <>
              <nav aria-label="Hoofdmenu">
                <a className={styles.target} href={routes.desk()}>
                  Kennissessies
                </a>
              </nav>
              <div className={styles.who}>
                <span className={styles.name}>
                  <span className="visually-hidden">Ingelogd als </span>
                  {who.name}
                </span>
                <form action={who.logOut}>
                  <button type="submit" className={styles.target}>
                    Uitloggen
                  </button>
                </form>
              </div>
            </>
          ) : (
            <a className={`${styles.target} ${styles.away}`} href={routes.home()}>
              Naar de site
            </a>
          )}
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}
