import type { ComponentProps, ReactNode } from 'react'
import { Page } from '@/components/ui/page/page'
import type { CurrentOrganiser } from '@/lib/organisers/current-organiser'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { logOutAction } from '../actions'
import { AdminFrame } from './admin-frame'
import { type Breadcrumb, Breadcrumbs } from './breadcrumbs'

type Props = {
  /** Required, so that a page without a login check does not compile. */
  organiser: CurrentOrganiser
  /** Without the name of the site; left out when a form of the page sets the title. */
  title?: string
  width?: ComponentProps<typeof Page>['width']
  breadcrumbs?: Breadcrumb[]
  children: ReactNode
}

/** A page of the admin area. */
export function AdminPage({ organiser, title, width, breadcrumbs, children }: Props) {
  const { name, role } = organiser
  return (
    <AdminFrame user={{ name, canManageOrganisers: canManageOrganisers(role), logOut: logOutAction }}>
      {title ? <title>{`${title} - Aanschuif beheer`}</title> : null}
      <Page width={width}>
        {breadcrumbs ? <Breadcrumbs links={breadcrumbs} /> : null}
        {children}
      </Page>
    </AdminFrame>
  )
}

/** A page of the admin area for a visitor who is not logged in. */
export function LoggedOutPage({ children }: { children: ReactNode }) {
  return (
    <AdminFrame>
      <Page width="reading">{children}</Page>
    </AdminFrame>
  )
}
