import type { ReactNode } from 'react'
import { DeskFrame } from '@/components/organiser/desk-frame'
import type { CurrentOrganiser } from '@/lib/organisers/current'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { logOutAction } from './actions'

/** A page of the desk. Wants to know who is logged in, so that a page that did not ask does not compile. */
export function DeskPage({ organiser, children }: { organiser: CurrentOrganiser; children: ReactNode }) {
  return (
    <DeskFrame
      who={{
        name: organiser.name,
        managesOrganisers: canManageOrganisers(organiser.role),
        logOut: logOutAction,
      }}
    >
      {children}
    </DeskFrame>
  )
}
