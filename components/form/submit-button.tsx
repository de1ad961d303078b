import { Button } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import styles from './submit-button.module.css'

type Props = {
  children: ReactNode
  /** While it is being sent. The button stays usable: a lost connection must not leave somebody with a dead button. */
  busy?: boolean
}

/** Sends the form it stands in. Never disabled. */
export function SubmitButton({ children, busy = false }: Props) {
  return (
    <Button type="submit" appearance="primary-action-button" className={styles.button} aria-busy={busy || undefined}>
      {children}
    </Button>
  )
}
