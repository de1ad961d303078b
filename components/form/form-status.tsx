'use client'

import type { ComponentProps } from 'react'
import { Callout } from '@/components/ui/callout'
import { useFocusOnChange } from './use-focus-on-change'

type Props = ComponentProps<typeof Callout> & {
  /** A value that changes with each submission, such as the action state. The message then takes focus. */
  submission: unknown
}

/**
 * Shows the result of a submission and takes focus, because the button may be out of view or gone. It is no live region:
 * screen readers often skip one that appears together with its text.
 */
export function FormStatus({ tone = 'good', submission, ...callout }: Props) {
  const statusRef = useFocusOnChange<HTMLDivElement>(submission)
  return (
    <div ref={statusRef} tabIndex={-1}>
      <Callout {...callout} tone={tone} />
    </div>
  )
}
