import type { ReactNode } from 'react'
import { FormStatus } from './form-status'

/** Why a form that was filled in well was not taken. `sending` as for any outcome. */
export function FormError(props: { title: string; submission: unknown; children: ReactNode }) {
  return <FormStatus tone="alarm" {...props} />
}
