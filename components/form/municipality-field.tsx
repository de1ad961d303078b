'use client'

import { Textbox } from '@utrecht/component-library-react'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { municipalityForEmail } from '@/lib/municipalities/rules'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { otherOrganisation } from '@/lib/registrations/schema'
import { describedBy, Field } from './field'
import fieldStyles from './field.module.css'
import { fieldId } from './field-id'
import { MunicipalityCombobox } from './municipality-combobox'
import styles from './municipality-field.module.css'
import { SelectField } from './select-field'

const other: MunicipalityOption = { value: otherOrganisation, label: 'Andere organisatie', province: '', domains: [] }

type Props = {
  id: string
  options: MunicipalityOption[]
  defaultValue: string
  defaultOrganisation: string
  error?: string
  organisationError?: string
  /** Comes under the field. */
  why?: ReactNode
  /** The address after somebody left its field; undefined as long as nobody did. */
  email?: string
  /** Every change, of the person or ours; `municipality` is a CBS code, "other" or empty. */
  onChange?: (field: 'municipality' | 'organisation', value: string) => void
}

/**
 * The gemeente, or the name of another organisation. Sends `municipality` (a CBS code, "other" or empty) and
 * `organisation`. A native select first; with a script it becomes a field that finds a gemeente by a part of its name.
 */
export function MunicipalityField(props: Props) {
  const { id, options, defaultValue, defaultOrganisation, error, organisationError, email, why, onChange } = props
  const [choice, setChoice] = useState({ value: defaultValue, text: labelOf(options, defaultValue) })
  const [hasScript, setHasScript] = useState(false)
  const [news, setNews] = useState('')
  const untouched = useRef(true)
  const select = useRef<HTMLSelectElement>(null)
  const organisation = useRef<HTMLInputElement>(null)

  const change = (value: string, text: string, message = '') => {
    untouched.current = false
    setChoice({ value, text })
    setNews(message)
    if (value !== choice.value) onChange?.('municipality', value)
  }

  // What somebody chose or typed before the script came stays.
  const takeOver = useEffectEvent((value: string) => {
    if (value !== choice.value) change(value, labelOf(options, value))
    if (organisation.current?.value) onChange?.('organisation', organisation.current.value)
    setHasScript(true)
  })
  useEffect(() => {
    const list = select.current
    if (!list) return
    const leave = () => takeOver(list.value)
    // Never take a list away from under somebody's hands.
    if (document.activeElement !== list) return leave()
    list.addEventListener('blur', leave, { once: true })
    return () => list.removeEventListener('blur', leave)
  }, [])

  // Once at most, in plain sight, and only in a field that nobody has been in.
  const fillIn = useEffectEvent((address: string) => {
    const found = options.find(({ value }) => value === municipalityForEmail(options, address))
    if (!found || !untouched.current || choice.value) return
    const message = `We hebben ${found.label} ingevuld, op basis van je e-mailadres. Klopt dat niet? Kies een andere gemeente.`
    change(found.value, found.label, message)
  })
  // Before the browser moves on to this field: Tab then selects what was filled in, so that typing replaces it.
  useLayoutEffect(() => {
    if (hasScript && email) fillIn(email)
  }, [hasScript, email])

  const asksOrganisation = choice.value === otherOrganisation
  const organisationId = fieldId('organisation')
  const organisationHint = hasScript ? undefined : 'Vul dit alleen in als je Andere organisatie hebt gekozen.'
  const after = (
    <>
      <div role="status">{news && <p className={`${fieldStyles.short} ${styles.news}`}>{news}</p>}</div>
      {why}
    </>
  )
  const field = { id, label: 'Gemeente', error, after }
  return (
    <>
      {hasScript ? (
        <MunicipalityCombobox
          {...field}
          name="municipality"
          hint="Typ een deel van de naam en kies uit de lijst. Werk je niet bij een gemeente? Kies Andere organisatie."
          options={options}
          other={other}
          value={choice.value}
          text={choice.text}
          onChange={change}
        />
      ) : (
        <SelectField
          {...field}
          name="municipality"
          hint="Werk je niet bij een gemeente? Kies dan Andere organisatie, onderaan in de lijst."
          defaultValue={defaultValue}
          inputProps={{ ref: select }}
        >
          <option value="">Kies je gemeente</option>
          {[...options, other].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
      <div hidden={hasScript && !asksOrganisation}>
        <Field id={organisationId} label="Naam van je organisatie" hint={organisationHint} error={organisationError}>
          <Textbox
            ref={organisation}
            id={organisationId}
            name="organisation"
            className={fieldStyles.short}
            autoComplete="organization"
            defaultValue={defaultOrganisation}
            onChange={(event) => onChange?.('organisation', event.target.value)}
            disabled={hasScript && !asksOrganisation}
            required={asksOrganisation}
            invalid={Boolean(organisationError)}
            aria-describedby={describedBy(organisationId, organisationHint, organisationError)}
          />
        </Field>
      </div>
    </>
  )
}

function labelOf(options: MunicipalityOption[], code: string): string {
  return [...options, other].find(({ value }) => value === code)?.label ?? ''
}
