'use client'

import { useEffect, useState } from 'react'
import styles from './character-count.module.css'

/** Screen readers hear the remaining length after this pause in typing. */
const announceAfterMs = 2500
/** Announcements start when this part of the maximum remains. */
const announceBelowFraction = 0.1

const numberFormat = new Intl.NumberFormat('nl-NL')
const formatCharacters = (count: number) => `${numberFormat.format(count)} ${count === 1 ? 'teken' : 'tekens'}`
const remainingText = (remaining: number) =>
  remaining < 0 ? `${formatCharacters(-remaining)} te veel` : `Nog ${formatCharacters(remaining)}`

/** The id of the text that states the maximum length, for `aria-describedby` of the text area. */
export const characterLimitId = (controlId: string) => `${controlId}-ruimte`

/** Remaining length of a text area; the maximum without JavaScript. A line break counts as one, as in the browser. */
export function CharacterCount({ controlId, maxLength }: { controlId: string; maxLength: number }) {
  const [remaining, setRemaining] = useState<number | null>(null)
  const [announced, setAnnounced] = useState('')

  useEffect(() => {
    const control = document.getElementById(controlId)
    if (!(control instanceof HTMLTextAreaElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const readRemaining = () => maxLength - [...control.value].length
    const announce = () =>
      setAnnounced(readRemaining() <= maxLength * announceBelowFraction ? remainingText(readRemaining()) : '')
    const onInput = () => {
      setRemaining(readRemaining())
      clearTimeout(timer)
      timer = setTimeout(announce, announceAfterMs)
    }
    setRemaining(readRemaining())
    control.addEventListener('input', onInput)
    return () => {
      clearTimeout(timer)
      control.removeEventListener('input', onInput)
    }
  }, [controlId, maxLength])

  return (
    <div className={styles.count}>
      <span id={characterLimitId(controlId)} className={remaining === null ? undefined : 'visually-hidden'}>
        Er passen {formatCharacters(maxLength)} in.
      </span>
      {remaining === null ? null : (
        <span aria-hidden="true" className={remaining < 0 ? styles.exceeded : undefined}>
          {remainingText(remaining)}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {announced}
      </span>
    </div>
  )
}
