'use client'

import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'

type Props = {
  /** Submitted as `intent`, so that the action knows the pressed button. */
  intent?: string
  primary?: boolean
  className?: string
  children: ReactNode
}

/** A submit button that is marked as busy while its form is sent. */
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
