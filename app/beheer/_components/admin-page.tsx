import type { ReactNode } from 'react'
import type { CurrentOrganiser } from '@/lib/organisers/current-organiser'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { logOutAction } from '../actions'
import { AdminFrame } from './admin-frame'

/** A page of the desk. Wants to know who is logged in, so that a page that did not ask does not compile. */
export function AdminPage({ organiser, children }: { organiser: CurrentOrganiser; children: ReactNode }) {
  return (
    <AdminFrame
      user={{
        name: organiser.name,
        canManageOrganisers: canManageOrganisers(organiser.role),
        logOut: logOutAction,
      }}
    >
      {children}
    </AdminFrame>
  )
}
