import { Textbox } from '@utrecht/component-library-react'
import { type ComponentProps, type KeyboardEvent, type MouseEvent, useEffect, useRef, useState } from 'react'
import { controlProps, Field } from '@/components/form/fields/field'
import { municipalityFromText, searchMunicipalities } from '@/lib/municipalities/rules'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import styles from './municipality-field.module.css'

/** Milliseconds before the number of options is announced. A fast typist must not hear a number for every letter. */
const announcementDelayMs = 600

const listboxId = (fieldId: string) => `${fieldId}-lijst`
const optionId = (fieldId: string, { value }: MunicipalityOption) => `${fieldId}-${value}`

type Props = Omit<ComponentProps<typeof Field>, 'children' | 'required'> & {
  name: string
  options: MunicipalityOption[]
  /** The option "another organisation". The list always ends with it, whatever the visitor typed. */
  other: MunicipalityOption
  /** Value of the selected option. Empty while the visitor has typed a text but selected no option. */
  value: string
  text: string
  /** Reports the new value and text. `message` announces which option was selected from an incomplete text. */
  onChange: (value: string, text: string, message?: string) => void
}

/**
 * Shows an editable combobox with list autocomplete and manual selection, after the ARIA Authoring Practices. Focus stays in
 * the text field; the arrow keys move through the list.
 */
export function MunicipalityCombobox({ name, options, other, value, text, onChange, ...field }: Props) {
  const { id } = field
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const inputRef = useRef<HTMLInputElement>(null)
  // Once an option is selected, the list shows all options, scrolled to the selected one.
  const found = [...searchMunicipalities(options, value ? '' : text), other]
  const activeOption = open ? found[active] : undefined
  const announcement = useDebouncedText(open ? resultCountText(found.length - 1) : '')

  const openList = (index = found.findIndex((option) => option.value === value)) => {
    setActive(index)
    setOpen(true)
  }
  const closeList = () => {
    setActive(-1)
    setOpen(false)
  }
  const selectOption = (option: MunicipalityOption) => {
    onChange(option.value, option.label)
    closeList()
  }
  /** Selects the only option that the typed text can mean. Returns `false` if it may mean several options, or none. */
  const commitUnambiguousMatch = () => {
    const match = value ? undefined : municipalityFromText([...options, other], text)
    if (match) {
      const isExactMatch = match.label.toLowerCase() === text.trim().toLowerCase()
      onChange(match.value, match.label, isExactMatch ? '' : `We hebben ${match.label} gekozen.`)
    }
    return Boolean(value || match || !text.trim())
  }
  const moveActive = (offset: 1 | -1) => {
    if (open) return setActive(offset === 1 ? (active + 1) % found.length : (active > 0 ? active : found.length) - 1)
    if (value) return openList()
    openList(offset === 1 ? 0 : found.length - 1)
  }

  const keyHandlers: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: ({ altKey }) => (altKey && !open ? openList() : moveActive(1)),
    ArrowUp: ({ altKey }) => (altKey && open ? closeList() : moveActive(-1)),
    Escape: closeList,
    Enter: () => {
      if (activeOption) selectOption(activeOption)
      else if (commitUnambiguousMatch()) closeList()
    },
  }
  const handleKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Tab' && activeOption) selectOption(activeOption)
    const isHandledByList = event.key.startsWith('Arrow') || open
    keyHandlers[event.key]?.(event)
    // While the list is closed, Enter submits the form and Escape is not ours.
    if (event.key in keyHandlers && isHandledByList) event.preventDefault()
  }

  return (
    <Field {...field}>
      {/*
        A select, because the browser restores its value on coming back from another page, and not that of a hidden input.
        Each value has an element with that default, because React resets a form once its action has returned.
      */}
      <select key={value} name={name} defaultValue={value} hidden aria-hidden="true" tabIndex={-1}>
        <option value="" />
        {[...options, other].map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <div className={styles.combobox}>
        <Textbox
          ref={inputRef}
          {...controlProps(field)}
          className={styles.input}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listboxId(id) : undefined}
          aria-activedescendant={activeOption && optionId(id, activeOption)}
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            onChange('', event.target.value)
            openList(-1)
          }}
          onClick={() => open || openList()}
          onKeyDown={handleKeyDown}
          onBlur={() => {
            commitUnambiguousMatch()
            closeList()
          }}
        />
        <button
          type="button"
          className={styles.toggle}
          tabIndex={-1}
          aria-label="Toon de lijst"
          aria-expanded={open}
          onMouseDown={keepFocus}
          onClick={() => {
            inputRef.current?.focus()
            if (open) closeList()
            else openList()
          }}
        />
        {open && (
          <Listbox
            fieldId={id}
            found={found}
            active={active}
            hasQuery={!value && text.trim() !== ''}
            onChoose={selectOption}
          />
        )}
        <span className="visually-hidden" aria-live="polite">
          {announcement}
        </span>
      </div>
    </Field>
  )
}

/** Keeps the focus in the text field while the visitor presses the list or its button. */
function keepFocus(event: MouseEvent) {
  event.preventDefault()
}

type ListboxProps = {
  fieldId: string
  /** The options that match the typed text, followed by the option for another organisation. */
  found: MunicipalityOption[]
  active: number
  /** `false` if the list shows all options, because no text was typed or an option is selected. */
  hasQuery: boolean
  onChoose: (option: MunicipalityOption) => void
}

function Listbox({ fieldId, found, active, hasQuery, onChoose }: ListboxProps) {
  const popupRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const target = popupRef.current?.querySelectorAll('[role=option]')[active] ?? popupRef.current
    target?.scrollIntoView({ block: 'nearest' })
  }, [active])
  return (
    <div ref={popupRef} className={styles.popup}>
      {hasQuery && found.length === 1 && (
        <p className={styles.noMatches}>Geen gemeente gevonden. Typ iets anders, of kies:</p>
      )}
      <div
        id={listboxId(fieldId)}
        role="listbox"
        aria-label="Suggesties"
        className={styles.list}
        onMouseDown={keepFocus}
      >
        {found.map((option, index) => (
          <button
            type="button"
            tabIndex={-1}
            key={option.value}
            id={optionId(fieldId, option)}
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
  )
}

function resultCountText(count: number): string {
  if (count === 0) return 'Geen gemeente gevonden. Andere organisatie staat wel in de lijst.'
  return count === 1 ? '1 gemeente gevonden.' : `${count} gemeenten gevonden.`
}

/** Returns the last `text` that did not change for `announcementDelayMs` milliseconds. An empty text is returned at once. */
function useDebouncedText(text: string): string {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), announcementDelayMs)
    return () => clearTimeout(timer)
  }, [text])
  return text && settled
}
