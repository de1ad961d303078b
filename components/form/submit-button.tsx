'use client'

import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import styles from './submit-button.module.css'

type Props = {
  children: ReactNode
  /** True while a script submits the form. Omit it in a form with a React action: `useFormStatus` then reports this. */
  isPending?: boolean
  /** Gives the button the colour of danger, for a change that cannot be undone. */
  irreversible?: boolean
}

/** Shows the submit button of a form and its progress. It is never disabled: it must work after a lost connection. */
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
