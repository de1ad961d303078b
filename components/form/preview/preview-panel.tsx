'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFocusOnChange } from '@/components/form/use-focus-on-change'
import { Callout } from '@/components/ui/callout'
import styles from './preview-panel.module.css'

type Props = {
  title: string
  /** Changes with each preview, which then takes focus. `null` when an error above it has the focus. */
  submission: unknown
  /** Why a confirmation was not carried out. */
  staleNotice?: string | null
  children: ReactNode
}

/** Inside a form: what will happen when it is confirmed. */
export function PreviewPanel({ title, submission, staleNotice, children }: Props) {
  const panelRef = useFocusOnChange<HTMLElement>(submission)
  return (
    <section ref={panelRef} tabIndex={-1} aria-labelledby="kijk" className={styles.look}>
      {/* Enter in a field presses the first button of a form: it previews again instead of confirming. */}
      <button type="submit" name="intent" value="preview" hidden />
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
  /** Marks a change that cannot be undone. */
  irreversible?: boolean
  children: ReactNode
}

/** The button that carries out what was previewed. */
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
