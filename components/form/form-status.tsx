'use client'

import type { ComponentProps } from 'react'
import { Callout } from '@/components/ui/callout'
import { useFocusOnChange } from './use-focus-on-change'

type Props = ComponentProps<typeof Callout> & {
  /** Changes with each submission, such as the state of the action: the message then takes focus. */
  submission: unknown
}

/**
 * Result of a submission. It takes focus, because the button may be out of view or gone. A live region would not do: screen
 * readers often skip one that appears together with its text.
 */
export function FormStatus({ tone = 'good', submission, ...callout }: Props) {
  const statusRef = useFocusOnChange<HTMLDivElement>(submission)
  return (
    <div ref={statusRef} tabIndex={-1}>
      <Callout {...callout} tone={tone} />
    </div>
  )
}
