'use client'

import { ThemeField } from '@/app/beheer/sessies/[id]/vragen/_components/theme-field'
import { SelectField } from '@/components/form/fields/select-field'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import { triageStateOptions } from '@/components/triage/triage-copy'
import { triageLimits } from '@/lib/triage/schema'
import { ResultTextField } from './result-text-field'
import styles from './triage-fields.module.css'

type Props = {
  values: { state: string; theme: string; ownerId: string; note: string; resultText?: string }
  errors: Record<string, string>
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** Who had it and cannot log in any more: saving gives it to who is chosen now. */
  formerOwner: string | null
  showResultText: boolean
}

/** The fields of the form about one question: what is decided most comes first. */
export function TriageFields({ values, errors, themes, owners, formerOwner, showResultText }: Props) {
  usePreHydrationValue('veld-state')
  usePreHydrationValue('veld-ownerId')
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
          {triageStateOptions.map(({ value, label }) => (
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
          hint={formerOwner ? `Was bij ${formerOwner}, die geen toegang meer heeft. Kies iemand anders.` : undefined}
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
      {showResultText ? <ResultTextField defaultValue={values.resultText} error={errors.resultText} /> : null}
    </>
  )
}
