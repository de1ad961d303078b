'use client'

import { Textbox } from '@utrecht/component-library-react'
import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { fieldId } from '@/components/form/field-id'
import { describedBy, Field } from '@/components/form/fields/field'
import fieldStyles from '@/components/form/fields/field.module.css'
import { SelectField } from '@/components/form/fields/select-field'
import { municipalityForEmail } from '@/lib/municipalities/rules'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { otherOrganisation } from '@/lib/registrations/schema'
import { MunicipalityCombobox } from './municipality-combobox'
import styles from './municipality-field.module.css'

const otherOption: MunicipalityOption = {
  value: otherOrganisation,
  label: 'Andere organisatie',
  province: '',
  domains: [],
}

type Props = {
  id: string
  options: MunicipalityOption[]
  defaultValue: string
  defaultOrganisation: string
  error?: string
  organisationError?: string
  /** Comes under the field. */
  explanation?: ReactNode
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
  const { id, options, defaultValue, defaultOrganisation, error, organisationError, email, explanation, onChange } =
    props
  const [choice, setChoice] = useState({ value: defaultValue, text: optionLabel(options, defaultValue) })
  const [isEnhanced, setIsEnhanced] = useState(false)
  const [statusMessage, setStatusMessage] = useState('')
  const isUntouchedRef = useRef(true)
  const selectRef = useRef<HTMLSelectElement>(null)
  const organisationRef = useRef<HTMLInputElement>(null)

  const changeChoice = (value: string, text: string, message = '') => {
    isUntouchedRef.current = false
    setChoice({ value, text })
    setStatusMessage(message)
    if (value !== choice.value) onChange?.('municipality', value)
  }

  // What somebody chose or typed before the script came stays.
  const enhance = useEffectEvent((value: string) => {
    if (value !== choice.value) changeChoice(value, optionLabel(options, value))
    if (organisationRef.current?.value) onChange?.('organisation', organisationRef.current.value)
    setIsEnhanced(true)
  })
  useEffect(() => {
    const list = selectRef.current
    if (!list) return
    const enhanceFromSelect = () => enhance(list.value)
    // Never take a list away from under somebody's hands.
    if (document.activeElement !== list) return enhanceFromSelect()
    list.addEventListener('blur', enhanceFromSelect, { once: true })
    return () => list.removeEventListener('blur', enhanceFromSelect)
  }, [])

  // Once at most, in plain sight, and only in a field that nobody has been in.
  const prefillFromEmail = useEffectEvent((emailAddress: string) => {
    const match = options.find(({ value }) => value === municipalityForEmail(options, emailAddress))
    if (!match || !isUntouchedRef.current || choice.value) return
    const message = `We hebben ${match.label} ingevuld, op basis van je e-mailadres. Klopt dat niet? Kies een andere gemeente.`
    changeChoice(match.value, match.label, message)
  })
  // Before the browser moves on to this field: Tab then selects what was filled in, so that typing replaces it.
  useLayoutEffect(() => {
    if (isEnhanced && email) prefillFromEmail(email)
  }, [isEnhanced, email])

  const isOtherOrganisation = choice.value === otherOrganisation
  const organisationId = fieldId('organisation')
  const organisationHint = isEnhanced ? undefined : 'Vul dit alleen in als je Andere organisatie hebt gekozen.'
  const after = (
    <>
      <div role="status">
        {statusMessage && <p className={`${fieldStyles.short} ${styles.news}`}>{statusMessage}</p>}
      </div>
      {explanation}
    </>
  )
  const field = { id, label: 'Gemeente', error, after }
  return (
    <>
      {isEnhanced ? (
        <MunicipalityCombobox
          {...field}
          name="municipality"
          hint="Typ een deel van de naam en kies uit de lijst. Werk je niet bij een gemeente? Kies Andere organisatie."
          options={options}
          other={otherOption}
          value={choice.value}
          text={choice.text}
          onChange={changeChoice}
        />
      ) : (
        <SelectField
          {...field}
          name="municipality"
          hint="Werk je niet bij een gemeente? Kies dan Andere organisatie, onderaan in de lijst."
          defaultValue={defaultValue}
          inputProps={{ ref: selectRef }}
        >
          <option value="">Kies je gemeente</option>
          {[...options, otherOption].map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      )}
      <div hidden={isEnhanced && !isOtherOrganisation}>
        <Field id={organisationId} label="Naam van je organisatie" hint={organisationHint} error={organisationError}>
          <Textbox
            ref={organisationRef}
            id={organisationId}
            name="organisation"
            className={fieldStyles.short}
            autoComplete="organization"
            defaultValue={defaultOrganisation}
            onChange={(event) => onChange?.('organisation', event.target.value)}
            disabled={isEnhanced && !isOtherOrganisation}
            required={isOtherOrganisation}
            invalid={Boolean(organisationError)}
            aria-describedby={describedBy(organisationId, organisationHint, organisationError)}
          />
        </Field>
      </div>
    </>
  )
}

function optionLabel(options: MunicipalityOption[], code: string): string {
  return [...options, otherOption].find(({ value }) => value === code)?.label ?? ''
}
