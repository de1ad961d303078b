'use client'

import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

type Props = {
  /**
   * Value of the form field `intent` when this button submits the form. It tells the server action which button was
   * pressed.
   */
  intent?: string
  primary?: boolean
  className?: string
  children: ReactNode
}

/** Shows a submit button, with `aria-busy` while its form is being submitted. */
export function FormButton({ intent, primary = false, className, children }: Props) {
  const { pending } = useFormStatus()
  return (
    <Button
      type="submit"
      name={intent ? 'intent' : undefined}
      value={intent}
      appearance={primary ? 'primary-action-button' : 'secondary-action-button'}
      className={className}
      aria-busy={pending || undefined}
    >
      {children}
    </Button>
  )
}
