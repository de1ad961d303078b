'use client'

import type { ComponentProps } from 'react'
import { Callout } from '@/components/ui/callout'
import { useFocusOnChange } from './use-focus-on-change'

type Props = Pick<ComponentProps<typeof Callout>, 'tone' | 'title' | 'role' | 'children'> & {
  /** Another value for each time the form was sent: the note then takes focus, as the summary of errors does. */
  submission: unknown
}

/**
 * What came of pressing a button. A live region (`role="status"`) would not do: one that comes together with its text is often
 * not read out, and the button may be far from here, or gone.
 */
export function FormStatus({ tone = 'good', title, role, submission, children }: Props) {
  const statusRef = useFocusOnChange<HTMLDivElement>(submission)
  return (
    <div ref={statusRef} tabIndex={-1}>
      <Callout tone={tone} title={title} role={role}>
        {children}
      </Callout>
    </div>
  )
}
