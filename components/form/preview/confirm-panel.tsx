'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { useFocusOnChange } from '@/components/form/use-focus-on-change'
import { Callout } from '@/components/ui/callout'
import styles from './preview-panel.module.css'

/** What confirming a form would do, and what the confirmation sends back to prove what was shown. */
export type PreviewState<Facts, StaleReason extends string = never> = Facts & {
  /** Digest of the previewed input. Comes back as the field `previewed`. */
  digest: string
  /** What the preview counted on, such as the number of recipients. Comes back as the field `expected`. */
  expected?: number | string
  /** Why a confirmation was not carried out: the form shows a new preview. */
  staleReason: StaleReason | null
}

type PanelProps = {
  title: string
  /** Changes with each preview, which then takes focus. `null` when an error above it has the focus. */
  submission: unknown
  children: ReactNode
}

type ConfirmProps<StaleReason extends string> = PanelProps & {
  preview: PreviewState<object, StaleReason>
  staleMessages?: Record<StaleReason, string>
  /** Intent of the button that confirms. */
  intent: string
  /** Names how many people get a mail, if any do. `null` when there is nothing to confirm. */
  confirmLabel: string | null
  /** Marks a change that cannot be undone. */
  irreversible?: boolean
}

/** Inside a form: what will happen, and the button that confirms it. */
export function ConfirmPanel<StaleReason extends string>(props: ConfirmProps<StaleReason>) {
  const { preview, staleMessages, intent, confirmLabel, irreversible, children, ...panel } = props
  const { digest, expected, staleReason } = preview
  return (
    <PreviewPanel {...panel} staleNotice={staleReason && staleMessages?.[staleReason]}>
      <input type="hidden" name="previewed" value={digest} />
      {expected === undefined ? null : <input type="hidden" name="expected" value={expected} />}
      {children}
      {confirmLabel === null ? null : (
        <ConfirmButton intent={intent} irreversible={irreversible}>
          {confirmLabel}
        </ConfirmButton>
      )}
    </PreviewPanel>
  )
}

/** Inside a form: what will happen when it is confirmed, below why a confirmation was not carried out. */
export function PreviewPanel({
  title,
  submission,
  staleNotice,
  children,
}: PanelProps & { staleNotice?: string | null }) {
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
  /** Only for a form that a script submits; the button knows when the browser or React submits it. */
  pending?: boolean
  irreversible?: boolean
  children: ReactNode
}

/** The button that carries out what was previewed. */
export function ConfirmButton({ intent, pending = false, irreversible = false, children }: ConfirmButtonProps) {
  const isSubmitting = useFormStatus().pending || pending
  return (
    <Button
      type="submit"
      name="intent"
      value={intent}
      appearance="primary-action-button"
      hint={irreversible ? 'danger' : undefined}
      className={styles.button}
      aria-busy={isSubmitting || undefined}
    >
      {children}
    </Button>
  )
}

type PreviewButtonProps = {
  /** Whether the page already shows the preview: confirming it is then the main action. */
  isPreviewed: boolean
  verb: 'gebeurt' | 'verandert' | 'wordt gewist'
}

/** The button that previews what a form would do. */
export const PreviewButton = ({ isPreviewed, verb }: PreviewButtonProps) => (
  <Button
    type="submit"
    name="intent"
    value="preview"
    appearance={isPreviewed ? 'secondary-action-button' : 'primary-action-button'}
  >
    {verb === 'wordt gewist' ? 'Bekijk' : 'Kijk'} {isPreviewed ? 'opnieuw ' : ''}wat er {verb}
  </Button>
)
