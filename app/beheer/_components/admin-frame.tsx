import type { ReactNode } from 'react'
import { routes } from '@/lib/platform/routes'
import styles from './admin-frame.module.css'

type Props = {
  /** Who is logged in, and what ends that. Without it there is only the name of the place. */
  user?: { name: string; canManageOrganisers: boolean; logOut: () => Promise<void> }
  children: ReactNode
}

/** Header and `<main>` of the admin area. Pages inside it must not render their own `<main>`. */
export function AdminFrame({ user, children }: Props) {
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <div className={styles.inside}>
          <span className={styles.place}>Aanschuif beheer</span>
          {user ? (
            <>
              <nav aria-label="Hoofdmenu" className={styles.menu}>
                <a className={styles.target} href={routes.admin()}>
                  Kennissessies
                </a>
                {user.canManageOrganisers ? (
                  <>
                    <a className={styles.target} href={routes.organisers()}>
                      Organisatoren
                    </a>
                    <a className={styles.target} href={routes.personSearch()}>
                      Gegevens
                    </a>
                  </>
                ) : null}
                <a className={styles.target} href={routes.auditLog()}>
                  Logboek
                </a>
              </nav>
              <div className={styles.who}>
                <a className={`${styles.target} ${styles.name}`} href={routes.account()}>
                  <span className="visually-hidden">Jouw account: </span>
                  {user.name}
                </a>
                <form action={user.logOut}>
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
