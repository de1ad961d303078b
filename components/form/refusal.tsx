import { useEffect, useRef } from 'react'
import type { SignUpRefusal } from '@/lib/registrations/schema'
import { Note } from './note'
import { refusalMessages } from './registration-words'

/** Why a form that was filled in well was not taken; takes focus, as the summary of errors does. */
export function Refusal({ reason, sending }: { reason: SignUpRefusal; sending: unknown }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (sending) box.current?.focus()
  }, [sending])
  const { title, text } = refusalMessages[reason]
  return (
    <div ref={box} tabIndex={-1}>
      <Note tone="alarm" lead={`${title}.`}>
        {text}
      </Note>
    </div>
  )
}
