'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { Note } from '@/components/form/note'
import { useFocusOnSending } from '@/components/form/use-focus-on-sending'
import styles from './look.module.css'

type Props = {
  title: string
  /** Another value for each time it was asked for: it then takes focus. Null when something above it has the word. */
  sending: unknown
  /** Why it is shown once more: something was changed after it had been looked at. */
  again?: string | null
  children: ReactNode
}

/** What will happen, before it does: the second step of a form that cannot be undone. */
export function Look({ title, sending, again, children }: Props) {
  const box = useFocusOnSending<HTMLElement>(sending)
  return (
    <section ref={box} tabIndex={-1} aria-labelledby="kijk" className={styles.look}>
      {/* Enter in a field presses the first button of a form: that one looks again, whatever stands in here. */}
      <button type="submit" name="press" value="look" hidden />
      <Heading level={2} id="kijk">
        {title}
      </Heading>
      {again ? <Note tone="alarm" lead={again} /> : null}
      {children}
    </section>
  )
}

type DoProps = {
  press: string
  pending: boolean
  /** It takes something away for good, and looks so. */
  irreversible?: boolean
  children: ReactNode
}

/** The button that does what was looked at. Its words say to how many people a mail goes, if any does. */
export function DoButton({ press, pending, irreversible = false, children }: DoProps) {
  return (
    <Button
      type="submit"
      name="press"
      value={press}
      appearance="primary-action-button"
      hint={irreversible ? 'danger' : undefined}
      className={styles.button}
      aria-busy={pending || undefined}
    >
      {children}
    </Button>
  )
}
