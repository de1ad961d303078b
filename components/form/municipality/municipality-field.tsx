'use client'

import { type ReactNode, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { fieldId } from '@/components/form/field-id'
import { SelectField } from '@/components/form/fields/select-field'
import { TextField } from '@/components/form/fields/text-field'
import { municipalityForEmail } from '@/lib/municipalities/rules'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { otherOrganisation } from '@/lib/registrations/schema'
import { MunicipalityCombobox } from './municipality-combobox'
import styles from './municipality-field.module.css'

const otherOption = { value: otherOrganisation, label: 'Andere organisatie', province: '', domains: [] }

type Props = {
  options: MunicipalityOption[]
  /** Initial values. `municipality` is a code of Statistics Netherlands ("GM0363"), "other" or empty. */
  values: { municipality: string; organisation: string }
  errors: Record<string, string>
  explanation?: ReactNode
  /** The e-mail address, once its field has lost focus. Its domain may prefill the municipality. */
  email?: string
  /** Reports each new value, also when the municipality is prefilled. */
  onChange?: (field: 'municipality' | 'organisation', value: string) => void
}

/**
 * Shows the fields `municipality` and `organisation`. The second is for people who do not work for a municipality. After
 * hydration, a combobox replaces the native select.
 */
export function MunicipalityField({ options, values, errors, explanation, email, onChange }: Props) {
  const [choice, setChoice] = useState({ value: values.municipality, text: optionLabel(options, values.municipality) })
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

  // Takes over what the visitor entered before hydration.
  const enhance = useEffectEvent((value: string) => {
    if (value !== choice.value) changeChoice(value, optionLabel(options, value))
    if (organisationRef.current?.value) onChange?.('organisation', organisationRef.current.value)
    setIsEnhanced(true)
  })
  useEffect(() => {
    const select = selectRef.current
    if (!select) return
    const enhanceFromSelect = () => enhance(select.value)
    if (document.activeElement !== select) return enhanceFromSelect()
    // Replacing the select would close it while the visitor chooses.
    select.addEventListener('blur', enhanceFromSelect, { once: true })
    return () => select.removeEventListener('blur', enhanceFromSelect)
  }, [])

  // Prefills at most once, and only a field that the visitor has not changed.
  const prefillFromEmail = useEffectEvent((emailAddress: string) => {
    const match = options.find(({ value }) => value === municipalityForEmail(options, emailAddress))
    if (!match || !isUntouchedRef.current || choice.value) return
    const message = `We hebben ${match.label} ingevuld, op basis van je e-mailadres. Klopt dat niet? Kies een andere gemeente.`
    changeChoice(match.value, match.label, message)
  })
  // Runs before the browser focuses this field: Tab then selects the prefilled text, so that typing replaces it.
  useLayoutEffect(() => {
    if (isEnhanced && email) prefillFromEmail(email)
  }, [isEnhanced, email])

  const isOtherOrganisation = choice.value === otherOrganisation
  const field = {
    id: fieldId('municipality'),
    name: 'municipality',
    label: 'Gemeente',
    error: errors.municipality,
    after: (
      <>
        <div role="status">{statusMessage && <p className={styles.status}>{statusMessage}</p>}</div>
        {explanation}
      </>
    ),
  }
  return (
    <>
      {isEnhanced ? (
        <MunicipalityCombobox
          {...field}
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
          hint="Werk je niet bij een gemeente? Kies dan Andere organisatie, onderaan in de lijst."
          defaultValue={choice.value}
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
        <TextField
          id={fieldId('organisation')}
          name="organisation"
          label="Naam van je organisatie"
          hint={isEnhanced ? undefined : 'Vul dit alleen in als je Andere organisatie hebt gekozen.'}
          error={errors.organisation}
          autoComplete="organization"
          defaultValue={values.organisation}
          required={isOtherOrganisation || null}
          inputProps={{
            ref: organisationRef,
            onChange: (event) => onChange?.('organisation', event.target.value),
            disabled: isEnhanced && !isOtherOrganisation,
          }}
        />
      </div>
    </>
  )
}

function optionLabel(options: MunicipalityOption[], code: string): string {
  return [...options, otherOption].find(({ value }) => value === code)?.label ?? ''
}
