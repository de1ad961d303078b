'use client'

import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

type Props = {
  /** Tells the action which button was pressed. */
  intent?: string
  primary?: boolean
  className?: string
  children: ReactNode
}

/** A button that sends its form. */
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
