import { Textbox } from '@utrecht/component-library-react'
import { type ComponentProps, type KeyboardEvent, type MouseEvent, useRef, useState } from 'react'
import { municipalityFromText, searchMunicipalities } from '@/lib/municipalities/rules'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { describedBy, Field } from './field'
import styles from './municipality-field.module.css'
import { MunicipalityList, optionId } from './municipality-list'

type Props = Omit<ComponentProps<typeof Field>, 'children' | 'required'> & {
  name: string
  options: MunicipalityOption[]
  /** Always the last option, whatever was typed. */
  other: MunicipalityOption
  /** Empty as long as nothing was chosen, whatever `text` says. */
  value: string
  text: string
  /** With a message when something was chosen that somebody did not spell out. */
  onChange: (value: string, text: string, message?: string) => void
}

/**
 * A text field with a list of what fits, after the pattern of the ARIA Authoring Practices (editable combobox, list
 * autocomplete, manual selection). Focus stays in the text field; arrows walk through the list.
 */
export function MunicipalityCombobox({ name, options, other, value, text, onChange, ...field }: Props) {
  const { id, hint, error } = field
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState(-1)
  const input = useRef<HTMLInputElement>(null)
  // After a choice the text is no question any more: the whole list, with the choice in sight.
  const found = [...searchMunicipalities(options, value ? '' : text), other]
  const listId = `${id}-lijst`
  const activeOption = open ? found[active] : undefined

  const show = (at = found.findIndex((option) => option.value === value)) => {
    setActive(at)
    setOpen(true)
  }
  const close = () => {
    setActive(-1)
    setOpen(false)
  }
  const choose = (option: MunicipalityOption) => {
    onChange(option.value, option.label)
    close()
  }
  /** Chooses the one that the text can only mean; true when nothing is left to choose. */
  const settle = () => {
    const meant = value ? undefined : municipalityFromText([...options, other], text)
    if (meant) {
      const isSpelledOut = meant.label.toLowerCase() === text.trim().toLowerCase()
      onChange(meant.value, meant.label, isSpelledOut ? '' : `We hebben ${meant.label} gekozen.`)
    }
    return Boolean(value || meant || !text.trim())
  }
  const step = (by: 1 | -1) => {
    if (open) return setActive(by === 1 ? (active + 1) % found.length : (active > 0 ? active : found.length) - 1)
    if (value) return show()
    show(by === 1 ? 0 : found.length - 1)
  }

  const keys: Record<string, (event: KeyboardEvent) => void> = {
    ArrowDown: ({ altKey }) => (altKey && !open ? show() : step(1)),
    ArrowUp: ({ altKey }) => (altKey && open ? close() : step(-1)),
    Escape: close,
    Enter: () => {
      if (activeOption) choose(activeOption)
      else if (settle()) close()
    },
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.shiftKey) return
    if (event.key === 'Tab' && activeOption) choose(activeOption)
    const isForUs = event.key.startsWith('Arrow') || open
    keys[event.key]?.(event)
    // With the list closed Enter sends the form, and Escape is for whoever listens further up.
    if (event.key in keys && isForUs) event.preventDefault()
  }

  const list = { id: listId, name: id, found, active, asked: !value && text.trim() !== '', onChoose: choose }
  return (
    <Field {...field}>
      <input type="hidden" name={name} value={value} />
      <div className={styles.combobox}>
        <Textbox
          ref={input}
          id={id}
          className={styles.input}
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={activeOption && optionId(id, activeOption)}
          aria-describedby={describedBy(id, hint, error)}
          invalid={Boolean(error)}
          required
          autoComplete="off"
          autoCapitalize="words"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            onChange('', event.target.value)
            show(-1)
          }}
          onClick={() => open || show()}
          onKeyDown={press}
          onBlur={() => {
            settle()
            close()
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
            input.current?.focus()
            if (open) close()
            else show()
          }}
        />
        <MunicipalityList {...list} open={open} onMouseDown={keepFocus} />
      </div>
    </Field>
  )
}

// A press beside the text field must not count as leaving it.
function keepFocus(event: MouseEvent) {
  event.preventDefault()
}
