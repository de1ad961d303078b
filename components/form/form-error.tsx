import type { ComponentProps } from 'react'
import { FormStatus } from './form-status'

/** Says why the server refused a form with valid fields. */
export function FormError(props: Pick<ComponentProps<typeof FormStatus>, 'title' | 'submission' | 'children'>) {
  return <FormStatus tone="alarm" {...props} />
}
