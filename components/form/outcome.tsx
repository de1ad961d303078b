'use client'

import type { ComponentProps } from 'react'
import { Note } from './note'
import { useFocusOnSending } from './use-focus-on-sending'

type Props = Pick<ComponentProps<typeof Note>, 'tone' | 'lead' | 'role' | 'children'> & {
  /** Another value for each time the form was sent: the note then takes focus, as the summary of errors does. */
  sending: unknown
}

/**
 * What came of pressing a button. A live region (`role="status"`) would not do: one that comes together with its text is often
 * not read out, and the button may be far from here, or gone.
 */
export function Outcome({ tone = 'good', lead, role, sending, children }: Props) {
  const box = useFocusOnSending<HTMLDivElement>(sending)
  return (
    <div ref={box} tabIndex={-1}>
      <Note tone={tone} lead={lead} role={role}>
        {children}
      </Note>
    </div>
  )
}
