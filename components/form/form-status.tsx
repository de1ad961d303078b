'use client'

import type { ComponentProps } from 'react'
import { Callout } from '@/components/ui/callout'
import { useFocusOnChange } from './use-focus-on-change'

type Props = ComponentProps<typeof Callout> & {
  /** Changes with each submission, such as the state of the action: the message then takes focus. */
  submission: unknown
}

/**
 * Result of a submission. It takes focus, because screen readers often skip a live region that appears together with its
 * text, and the button may be out of view or gone.
 */
export function FormStatus({ tone = 'good', submission, ...callout }: Props) {
  const statusRef = useFocusOnChange<HTMLDivElement>(submission)
  return (
    <div ref={statusRef} tabIndex={-1}>
      <Callout {...callout} tone={tone} />
    </div>
  )
}
