'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { ConfirmButton, PreviewPanel } from './preview-panel'

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
  irreversible?: boolean
  children: ReactNode
}

/** Inside a form: what will happen, and the button that confirms it. */
export function ConfirmPanel<StaleReason extends string>(props: Props<StaleReason>) {
  const { title, preview, staleMessages, submission, intent, confirmLabel, irreversible, children } = props
  const { digest, expected, staleReason } = preview
  const { pending } = useFormStatus()
  return (
    <PreviewPanel
      title={title}
      submission={submission}
      staleNotice={staleReason && staleMessages ? staleMessages[staleReason] : null}
    >
      <input type="hidden" name="previewed" value={digest} />
      {expected === undefined ? null : <input type="hidden" name="expected" value={expected} />}
      {children}
      {confirmLabel === null ? null : (
        <ConfirmButton intent={intent} pending={pending} irreversible={irreversible}>
          {confirmLabel}
        </ConfirmButton>
      )}
    </PreviewPanel>
  )
}
