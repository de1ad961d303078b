'use client'

import { SelectField } from '@/components/form/select-field'
import { TextAreaField } from '@/components/form/text-area-field'
import { useEarlyValue } from '@/components/form/use-early-value'
import { triageLimits } from '@/lib/questions/schema'
import { OutcomeTextField } from './outcome-text-field'
import { stateOptions } from './question-words'
import { ThemeField } from './theme-field'
import styles from './triage-fields.module.css'

type Props = {
  values: { state: string; theme: string; ownerId: string; note: string; outcomeText?: string }
  errors: Record<string, string>
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** Who had it and cannot log in any more: saving gives it to who is chosen now. */
  left: string | null
  asksOutcome: boolean
}

/** The fields of the form about one question: what is decided most comes first. */
export function TriageFields({ values, errors, themes, owners, left, asksOutcome }: Props) {
  useEarlyValue('veld-state')
  useEarlyValue('veld-ownerId')
  return (
    <>
      <div className={styles.fields}>
        <SelectField
          key={`state-${values.state}`}
          id="veld-state"
          name="state"
          label="Stand"
          defaultValue={values.state}
          error={errors.state}
        >
          {stateOptions.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
        <ThemeField id="veld-theme" themes={themes} defaultValue={values.theme} error={errors.theme} />
        <SelectField
          key={`owner-${values.ownerId}`}
          id="veld-ownerId"
          name="ownerId"
          label="Bij wie"
          hint={left ? `Was bij ${left}, die geen toegang meer heeft. Kies iemand anders.` : undefined}
          required={false}
          defaultValue={values.ownerId}
          error={errors.ownerId}
        >
          <option value="">Niemand</option>
          {owners.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </SelectField>
      </div>
      <TextAreaField
        id="veld-note"
        name="note"
        label="Notitie"
        hint="Alleen voor jullie. Staat niet in het overzicht voor de sprekers."
        rows={3}
        required={false}
        maxLength={triageLimits.note}
        defaultValue={values.note}
        error={errors.note}
      />
      {asksOutcome ? <OutcomeTextField defaultValue={values.outcomeText} error={errors.outcomeText} /> : null}
    </>
  )
}
