import type { ReactNode } from 'react'
import { Outcome } from './outcome'

/** Why a form that was filled in well was not taken. `sending` as for any outcome. */
export function Refused(props: { lead: string; sending: unknown; children: ReactNode }) {
  return <Outcome tone="alarm" {...props} />
}
