import type { ComponentProps } from 'react'
import { FormStatus } from './form-status'

/** Shows why the server refused a form whose fields are valid, and takes focus after each submission. */
export function FormError(props: Pick<ComponentProps<typeof FormStatus>, 'title' | 'submission' | 'children'>) {
  return <FormStatus tone="alarm" {...props} />
}
