'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { Note } from './note'

type Props = {
  lead: string
  /** Another value for each time the form was sent: the note then takes focus, as the summary of errors does. */
  sending: unknown
  children: ReactNode
}

/** Why a form that was filled in well was not taken. */
export function Refused({ lead, sending, children }: Props) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sending) box.current?.focus()
  }, [sending])
  return (
    <div ref={box} tabIndex={-1}>
      <Note tone="alarm" lead={lead}>
        {children}
      </Note>
    </div>
  )
}
