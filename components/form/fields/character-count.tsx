'use client'

import { useEffect, useState } from 'react'
import styles from './character-count.module.css'

/** A pause in typing after which a screen reader hears how much room is left; never in between. */
const announceAfterMs = 2500
/** Only the last part of the room is worth an announcement. */
const announceBelowFraction = 0.1

const numberFormat = new Intl.NumberFormat('nl-NL')
const formatCharacters = (count: number) => `${numberFormat.format(count)} ${count === 1 ? 'teken' : 'tekens'}`
const remainingText = (remaining: number) =>
  remaining < 0 ? `${formatCharacters(-remaining)} te veel` : `Nog ${formatCharacters(remaining)}`

/**
 * How many characters still fit in a text area. Without JavaScript it says the maximum. Line ends count as one, as the
 * browser counts them.
 */
export function CharacterCount({ controlId, maxLength }: { controlId: string; maxLength: number }) {
  const [remaining, setRemaining] = useState<number | null>(null)
  const [announced, setAnnounced] = useState('')

  useEffect(() => {
    const control = document.getElementById(controlId)
    if (!(control instanceof HTMLTextAreaElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const updateRemaining = () => setRemaining(maxLength - control.value.length)
    const onInput = () => {
      updateRemaining()
      clearTimeout(timer)
      timer = setTimeout(() => {
        const remainingAfterPause = maxLength - control.value.length
        setAnnounced(remainingAfterPause <= maxLength * announceBelowFraction ? remainingText(remainingAfterPause) : '')
      }, announceAfterMs)
    }
    updateRemaining()
    control.addEventListener('input', onInput)
    return () => {
      clearTimeout(timer)
      control.removeEventListener('input', onInput)
    }
  }, [controlId, maxLength])

  return (
    <div className={styles.room}>
      <span id={`${controlId}-ruimte`} className={remaining === null ? undefined : 'visually-hidden'}>
        Er passen {formatCharacters(maxLength)} in.
      </span>
      {remaining === null ? null : (
        <span aria-hidden="true" className={remaining < 0 ? styles.over : undefined}>
          {remainingText(remaining)}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {announced}
      </span>
    </div>
  )
}
