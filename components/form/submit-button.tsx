'use client'

import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import styles from './submit-button.module.css'

type Props = {
  children: ReactNode
  /** Only for a form that a script submits; the button knows when the browser or React submits it. */
  isPending?: boolean
  /** Gives the button the colour of danger. */
  irreversible?: boolean
}

/** Submits its form and shows progress. Never disabled: after a lost connection it must still work. */
export function SubmitButton({ children, isPending = false, irreversible = false }: Props) {
  const { pending } = useFormStatus()
  const isSubmitting = isPending || pending
  return (
    <Button
      type="submit"
      appearance="primary-action-button"
      hint={irreversible ? 'danger' : undefined}
      className={styles.button}
      aria-busy={isSubmitting || undefined}
    >
      <span>{children}</span>
      {/* Hidden from screen readers: they would announce a changed name of the focused button. */}
      {isSubmitting ? (
        <span className={styles.waiting} aria-hidden="true">
          Even geduld…
        </span>
      ) : null}
    </Button>
  )
}
