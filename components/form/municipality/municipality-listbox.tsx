import { type MouseEventHandler, useEffect, useRef, useState } from 'react'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import styles from './municipality-field.module.css'

/** Long enough that a fast typist does not hear a count for every letter. */
const announcementDelayMs = 600

export function optionId(idPrefix: string, { value }: MunicipalityOption): string {
  return `${idPrefix}-${value}`
}

type Props = {
  id: string
  /** Prefix of the option ids. */
  idPrefix: string
  open: boolean
  /** Matching options; the last is always the other organisation. */
  found: MunicipalityOption[]
  active: number
  /** False if the list shows all options, because no text was entered. */
  hasQuery: boolean
  onChoose: (option: MunicipalityOption) => void
  onMouseDown: MouseEventHandler
}

/** The list of matching options. A live region announces their number. */
export function MunicipalityListbox({ id, idPrefix, open, found, active, hasQuery, onChoose, onMouseDown }: Props) {
  const popupRef = useRef<HTMLDivElement>(null)
  const count = found.length - 1
  const hasNoMatches = hasQuery && count === 0
  const announcement = useDebouncedText(open ? resultCountText(count) : '')

  useEffect(() => {
    const option = popupRef.current?.querySelectorAll('[role=option]')[active]
    if (open) (option ?? popupRef.current)?.scrollIntoView({ block: 'nearest' })
  }, [open, active])

  return (
    <>
      {open && (
        <div ref={popupRef} className={styles.popup}>
          {hasNoMatches && <p className={styles.noMatches}>Geen gemeente gevonden. Typ iets anders, of kies:</p>}
          <div id={id} role="listbox" aria-label="Suggesties" className={styles.list} onMouseDown={onMouseDown}>
            {found.map((option, index) => (
              <button
                type="button"
                tabIndex={-1}
                key={option.value}
                id={optionId(idPrefix, option)}
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
        {announcement}
      </span>
    </>
  )
}

function resultCountText(count: number): string {
  if (count === 0) return 'Geen gemeente gevonden. Andere organisatie staat wel in de lijst.'
  return count === 1 ? '1 gemeente gevonden.' : `${count} gemeenten gevonden.`
}

/** Returns the text once it stopped changing. An empty text is returned at once. */
function useDebouncedText(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), announcementDelayMs)
    return () => clearTimeout(timer)
  }, [text])
  return text && settled
}
