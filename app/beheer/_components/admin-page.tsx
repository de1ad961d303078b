import type { ComponentProps, ReactNode } from 'react'
import { ButtonForm } from '@/components/form/submission/button-form'
import { Page } from '@/components/ui/page/page'
import type { CurrentOrganiser } from '@/lib/organisers/current-organiser'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { routes } from '@/lib/platform/routes'
import { logOutAction } from '../actions'
import styles from './admin-frame.module.css'
import { type Breadcrumb, Breadcrumbs } from './breadcrumbs'

type Props = {
  /** The logged-in organiser. Required, so that a page without a login check does not compile. */
  organiser: CurrentOrganiser
  /** Document title without the site name. Omitted when a form on the page sets the document title. */
  title?: string
  width?: ComponentProps<typeof Page>['width']
  breadcrumbs?: Breadcrumb[]
  children: ReactNode
}

/** Shows a page of the admin area with its menu. Renders `<main>`, so the content must not. */
export function AdminPage({ organiser, title, width, breadcrumbs, children }: Props) {
  return (
    <AdminFrame menu={<AdminMenu organiser={organiser} />}>
      {title ? <title>{`${title} - Aanschuif beheer`}</title> : null}
      <Page width={width}>
        {breadcrumbs ? <Breadcrumbs links={breadcrumbs} /> : null}
        {children}
      </Page>
    </AdminFrame>
  )
}

const linkToSite = (
  <a className={`${styles.target} ${styles.away}`} href={routes.home()}>
    Naar de site
  </a>
)

/** Shows a page of the admin area, such as the log-in page, to a visitor who is not logged in. */
export function LoggedOutPage({ children }: { children: ReactNode }) {
  return (
    <AdminFrame menu={linkToSite}>
      <Page width="reading">{children}</Page>
    </AdminFrame>
  )
}

function AdminFrame({ menu, children }: { menu: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.frame}>
      <header className={styles.bar}>
        <div className={styles.inside}>
          <span className={styles.place}>Aanschuif beheer</span>
          {menu}
        </div>
      </header>
      <main id="inhoud" tabIndex={-1} className={styles.main}>
        {children}
      </main>
    </div>
  )
}

function AdminMenu({ organiser: { name, role } }: { organiser: CurrentOrganiser }) {
  const links = [
    { label: 'Kennissessies', href: routes.admin() },
    ...(canManageOrganisers(role)
      ? [
          { label: 'Organisatoren', href: routes.organisers() },
          { label: 'Gegevens', href: routes.personSearch() },
        ]
      : []),
    { label: 'Logboek', href: routes.auditLog() },
  ]
  return (
    <>
      <nav aria-label="Hoofdmenu" className={styles.menu}>
        {links.map(({ label, href }) => (
          <a key={href} className={styles.target} href={href}>
            {label}
          </a>
        ))}
      </nav>
      <div className={styles.who}>
        <a className={`${styles.target} ${styles.name}`} href={routes.account()}>
          <span className="visually-hidden">Jouw account: </span>
          <bdi>{name}</bdi>
        </a>
        <ButtonForm action={logOutAction}>
          <button type="submit" className={styles.target}>
            Uitloggen
          </button>
        </ButtonForm>
      </div>
    </>
  )
}
