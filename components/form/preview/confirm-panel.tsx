'use client'

import { Button, Heading } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { useFocusOnChange } from '@/components/form/use-focus-on-change'
import { Callout } from '@/components/ui/callout'
import styles from './preview-panel.module.css'

/** A preview of what a form would do (`Facts`), with the values that its confirmation sends back. */
export type PreviewState<Facts, StaleReason extends string = never> = Facts & {
  /** Digest of the previewed input. The confirmation sends it as the field `previewed`. */
  digest: string
  /** A fact that the preview relies on, such as the number of recipients. Confirming sends it as the field `expected`. */
  expected?: number | string
  /** Why the confirmation of the previous preview was refused. `null` if none was refused. */
  staleReason: StaleReason | null
}

type Props<StaleReason extends string> = {
  title: string
  preview: PreviewState<object, StaleReason>
  staleMessages?: Record<StaleReason, string>
  /** A value that changes with each preview, which then takes focus. `null` to leave the focus on an error message. */
  submission: unknown
  /** The value of the field `intent` that the confirm button submits. */
  intent: string
  /** Text of the confirm button, with the number of people who get a mail. `null` if there is nothing to confirm. */
  confirmLabel: string | null
  /** Gives the confirm button the colour of danger, for a change that cannot be undone. */
  irreversible?: boolean
  children: ReactNode
}

/** Shows the preview of a form (`children`) and the button that confirms it. Place it inside the form. */
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
  /** Whether the page already shows a preview. The preview button is then less prominent than the confirm button. */
  isPreviewed: boolean
  verb: 'gebeurt' | 'verandert' | 'wordt gewist'
}

/** Shows the button that requests a preview of the form, such as "Kijk wat er verandert". */
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
