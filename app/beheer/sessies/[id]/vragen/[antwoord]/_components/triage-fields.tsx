'use client'

import { Options } from '@/app/beheer/_components/form/options'
import { ThemeField } from '@/app/beheer/sessies/[id]/vragen/_components/theme-field'
import { SelectField } from '@/components/form/fields/select-field'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import { triageStateOptions } from '@/components/triage/triage-copy'
import { triageLimits } from '@/lib/triage/schema'
import { ResultTextField } from './result-text-field'
import styles from './triage-fields.module.css'

type Name = 'state' | 'theme' | 'ownerId' | 'note' | 'resultText'

type Props = {
  field: <Field extends Name>(name: Field) => { id: string; name: Field; defaultValue: string; error?: string }
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** Name of an owner who cannot log in any more. Saving replaces this owner. */
  formerOwner: string | null
  showResultText: boolean
}

/** The fields of the triage of one question, the most used ones first. */
export function TriageFields({ field, themes, owners, formerOwner, showResultText }: Props) {
  usePreHydrationValue('veld-state')
  usePreHydrationValue('veld-ownerId')
  const [state, theme, owner] = [field('state'), field('theme'), field('ownerId')]
  return (
    <>
      <div className={styles.fields}>
        <SelectField key={`state-${state.defaultValue}`} {...state} label="Stand">
          <Options options={triageStateOptions} />
        </SelectField>
        <ThemeField id={theme.id} themes={themes} defaultValue={theme.defaultValue} error={theme.error} />
        <SelectField
          key={`owner-${owner.defaultValue}`}
          {...owner}
          label="Bij wie"
          hint={formerOwner ? `Was bij ${formerOwner}, die geen toegang meer heeft. Kies iemand anders.` : undefined}
          required={false}
        >
          <option value="">Niemand</option>
          <Options options={owners} />
        </SelectField>
      </div>
      <TextAreaField
        {...field('note')}
        label="Notitie"
        hint="Alleen voor jullie. Staat niet in het overzicht voor de sprekers."
        rows={3}
        required={false}
        maxLength={triageLimits.note}
      />
      {showResultText ? <ResultTextField {...field('resultText')} /> : null}
    </>
  )
}
