import { type MouseEventHandler, useEffect, useRef, useState } from 'react'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import styles from './municipality-field.module.css'

// Long enough for somebody who types on not to hear a number for every letter.
const quietMs = 600

export function optionId(name: string, { value }: MunicipalityOption): string {
  return `${name}-${value}`
}

type Props = {
  id: string
  /** What the ids of the options start with. */
  name: string
  open: boolean
  /** What fits; the last one is always the other organisation. */
  found: MunicipalityOption[]
  active: number
  /** False when the list shows everything, because nothing was typed. */
  asked: boolean
  onChoose: (option: MunicipalityOption) => void
  onMouseDown: MouseEventHandler
}

/** The list under the field, and its length said aloud. */
export function MunicipalityList({ id, name, open, found, active, asked, onChoose, onMouseDown }: Props) {
  const list = useRef<HTMLDivElement>(null)
  const count = found.length - 1
  const nothing = asked && count === 0
  const heard = useLater(open ? inWords(count) : '')

  useEffect(() => {
    const option = list.current?.querySelectorAll('[role=option]')[active]
    if (open) (option ?? list.current)?.scrollIntoView({ block: 'nearest' })
  }, [open, active])

  return (
    <>
      {open && (
        <div ref={list} className={styles.popup}>
          {nothing && <p className={styles.nothing}>Geen gemeente gevonden. Typ iets anders, of kies:</p>}
          <div id={id} role="listbox" aria-label="Suggesties" className={styles.list} onMouseDown={onMouseDown}>
            {found.map((option, index) => (
              <button
                type="button"
                tabIndex={-1}
                key={option.value}
                id={optionId(name, option)}
                role="option"
                aria-selected={index === active}
                className={styles.option}
                onClick={() => onChoose(option)}
              >
                {option.label}
              </button>
            ))}
          </div>
        </div>
      )}
      <span className="visually-hidden" aria-live="polite">
        {heard}
      </span>
    </>
  )
}

function inWords(count: number): string {
  if (count === 0) return 'Geen gemeente gevonden. Andere organisatie staat wel in de lijst.'
  return count === 1 ? '1 gemeente gevonden.' : `${count} gemeenten gevonden.`
}

/** The text as it was when it stopped changing for a moment; empty at once when it becomes empty. */
function useLater(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), quietMs)
    return () => clearTimeout(timer)
  }, [text])
  return text && settled
}
