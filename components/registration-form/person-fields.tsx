import type { ReactNode } from 'react'
import { TextField } from '@/components/form/fields/text-field'
import { type RegistrationFieldsContext, registrationFieldProps } from './registration-field-props'

type Props = {
  context: RegistrationFieldsContext
  /** Whether the browser may fill in the visitor's own data. */
  autofill?: boolean
  /** Fields for the e-mail address and the workplace. */
  children: ReactNode
}

/** Name and role, around the other fields about a person. */
export function PersonFields({ context, autofill = true, children }: Props) {
  const field = (name: 'name' | 'role') => registrationFieldProps(context, name)
  return (
    <>
      <TextField {...field('name')} label="Naam" autoComplete={autofill ? 'name' : 'off'} />
      {children}
      <TextField {...field('role')} label="Functie" autoComplete={autofill ? 'organization-title' : 'off'} />
    </>
  )
}
