'use client'

import { useEffect, useState } from 'react'
import styles from './room-left.module.css'

/** A pause in typing after which a screen reader hears how much room is left; never in between. */
const announceAfterMs = 2500
/** Only the last part of the room is worth an announcement. */
const nearTheEnd = 0.1

const amount = new Intl.NumberFormat('nl-NL')
const characters = (count: number) => `${amount.format(count)} ${count === 1 ? 'teken' : 'tekens'}`
const sentence = (left: number) => (left < 0 ? `${characters(-left)} te veel` : `Nog ${characters(left)}`)

/**
 * How many characters still fit in a text area. Without JavaScript it says the maximum. Line ends count as one, as the
 * browser counts them.
 */
export function RoomLeft({ controlId, maxLength }: { controlId: string; maxLength: number }) {
  const [left, setLeft] = useState<number | null>(null)
  const [announced, setAnnounced] = useState('')

  useEffect(() => {
    const control = document.getElementById(controlId)
    if (!(control instanceof HTMLTextAreaElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const count = () => setLeft(maxLength - control.value.length)
    const onInput = () => {
      count()
      clearTimeout(timer)
      timer = setTimeout(() => {
        const room = maxLength - control.value.length
        setAnnounced(room <= maxLength * nearTheEnd ? sentence(room) : '')
      }, announceAfterMs)
    }
    count()
    control.addEventListener('input', onInput)
    return () => {
      clearTimeout(timer)
      control.removeEventListener('input', onInput)
    }
  }, [controlId, maxLength])

  return (
    <div className={styles.room}>
      <span id={`${controlId}-ruimte`} className={left === null ? undefined : 'visually-hidden'}>
        Er passen {characters(maxLength)} in.
      </span>
      {left === null ? null : (
        <span aria-hidden="true" className={left < 0 ? styles.over : undefined}>
          {sentence(left)}
        </span>
      )}
      <span role="status" className="visually-hidden">
        {announced}
      </span>
    </div>
  )
}
