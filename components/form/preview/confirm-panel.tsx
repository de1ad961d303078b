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

type Props<StaleReason extends string> = {
  title: string
  preview: PreviewState<object, StaleReason>
  staleMessages?: Record<StaleReason, string>
  /** Changes with each preview, which then takes focus. `null` when an error above it has the focus. */
  submission: unknown
  /** Intent of the button that confirms. */
  intent: string
  /** Names how many people get a mail, if any do. `null` when there is nothing to confirm. */
  confirmLabel: string | null
  /** Marks a change that cannot be undone. */
  irreversible?: boolean
  children: ReactNode
}

/** Inside a form: what will happen, and the button that confirms it. */
export function ConfirmPanel<StaleReason extends string>(props: Props<StaleReason>) {
  const { title, preview, staleMessages, submission, intent, confirmLabel, irreversible = false, children } = props
  const { digest, expected, staleReason } = preview
  const { pending } = useFormStatus()
  const panelRef = useFocusOnChange<HTMLElement>(submission)
  return (
    <section ref={panelRef} tabIndex={-1} aria-labelledby="kijk" className={styles.look}>
      {/* Enter in a field presses the first button of a form: it previews again instead of confirming. */}
      <button type="submit" name="intent" value="preview" hidden />
      <Heading level={2} id="kijk">
        {title}
      </Heading>
      {staleReason && staleMessages ? <Callout tone="alarm" title={staleMessages[staleReason]} /> : null}
      <input type="hidden" name="previewed" value={digest} />
      {expected === undefined ? null : <input type="hidden" name="expected" value={expected} />}
      {children}
      {confirmLabel === null ? null : (
        <Button
          type="submit"
          name="intent"
          value={intent}
          appearance="primary-action-button"
          hint={irreversible ? 'danger' : undefined}
          className={styles.button}
          aria-busy={pending || undefined}
        >
          {confirmLabel}
        </Button>
      )}
    </section>
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
