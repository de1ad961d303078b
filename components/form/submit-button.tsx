'use client'

import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import styles from './submit-button.module.css'

type Props = {
  children: ReactNode
  /** For a form that is sent by a script of its own: of any other the button knows by itself that it is being sent. */
  isPending?: boolean
  /** It takes something away for good, and looks so. */
  irreversible?: boolean
}

/**
 * Sends the form it stands in, and says so while it does. Never disabled: a lost connection must not leave somebody with a
 * dead button.
 */
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
      {/* Only to see: a name that changes under the focus would be read out, and then the answer again. */}
      {isSubmitting ? (
        <span className={styles.wait} aria-hidden="true">
          Even geduld…
        </span>
      ) : null}
    </Button>
  )
}
