'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFocusOnChange } from '@/components/form/use-focus-on-change'
import { Callout } from '@/components/ui/callout'
import styles from './preview-panel.module.css'

type Props = {
  title: string
  /** Another value for each time it was asked for: it then takes focus. Null when something above it has the word. */
  submission: unknown
  /** Why it is shown once more: something was changed after it had been looked at. */
  staleNotice?: string | null
  children: ReactNode
}

/** What will happen, before it does: the second step of a form that cannot be undone. */
export function PreviewPanel({ title, submission, staleNotice, children }: Props) {
  const panelRef = useFocusOnChange<HTMLElement>(submission)
  return (
    <section ref={panelRef} tabIndex={-1} aria-labelledby="kijk" className={styles.look}>
      {/* Enter in a field presses the first button of a form: that one looks again, whatever stands in here. */}
      <button type="submit" name="intent" value="look" hidden />
      <Heading level={2} id="kijk">
        {title}
      </Heading>
      {staleNotice ? <Callout tone="alarm" title={staleNotice} /> : null}
      {children}
    </section>
  )
}

type ConfirmButtonProps = {
  intent: string
  pending: boolean
  /** It takes something away for good, and looks so. */
  irreversible?: boolean
  children: ReactNode
}

/** The button that does what was looked at. Its words say to how many people a mail goes, if any does. */
export function ConfirmButton({ intent, pending, irreversible = false, children }: ConfirmButtonProps) {
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      appearance="primary-action-button"
      hint={irreversible ? 'danger' : undefined}
      className={styles.button}
      aria-busy={pending || undefined}
    >
      {children}
    </Button>
  )
}
