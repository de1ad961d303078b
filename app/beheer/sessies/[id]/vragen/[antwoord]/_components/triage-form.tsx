'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import type { FormAction, FormState, GetField } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { ThemeField } from '@/app/beheer/sessies/[id]/vragen/_components/theme-field'
import { ResultTextField } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_components/result-text-field'
import fieldStyles from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_components/triage-fields.module.css'
import { SelectField } from '@/components/form/fields/select-field'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import {
  describeTriageRefusal,
  triageErrorMessages,
  triageStateLabels,
  triageStateOptions,
} from '@/components/triage/triage-copy'
import type { getAgendaQuestion } from '@/lib/triage/queries'
import { type TriageFieldReason, type TriageRefusal, triageLimits } from '@/lib/triage/schema'

/** `version` is the one that these values replace. */
type Values = Record<'state' | 'theme' | 'ownerId' | 'note' | 'version', string> & { resultText?: string }
export type TriageFormState = FormState<Values, TriageFieldReason, TriageRefusal, 'saved'>

type Question = NonNullable<Awaited<ReturnType<typeof getAgendaQuestion>>>

type Props = {
  action: FormAction<TriageFormState>
  question: Question
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** After the session, until the mails about its questions go out. */
  showResultText: boolean
  /** Whether the list has a next question. */
  hasNext: boolean
}

/** The triage of one question. Enter saves it and continues with the next question. */
export function TriageForm({ action, question, themes, owners, showResultText, hasNext }: Props) {
  const form = useFormAction(action, {
    values: toFormValues(question, owners),
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) => describeTriageRefusal(reason, currentStateSentence(question, showResultText)),
  })
  const formerOwner = question.owner && !includesOwner(owners, question.owner) ? question.owner.name : null
  return (
    <AdminForm form={form} title={`Vraag van ${question.workplace}`} success={form.result && { title: 'Bewaard.' }}>
      <input type="hidden" name="version" value={form.values.version} />
      <TriageFields
        field={form.field}
        themes={themes}
        owners={owners}
        formerOwner={formerOwner}
        showResultText={showResultText}
      />
      <div className={styles.buttons}>
        <FormButton intent="next" primary>
          {hasNext ? 'Bewaar en volgende' : 'Bewaar en naar de lijst'}
        </FormButton>
        <FormButton intent="save">Bewaar</FormButton>
      </div>
    </AdminForm>
  )
}

type Owners = Props['owners']
const includesOwner = (owners: Owners, { id }: { id: string }) => owners.some((candidate) => candidate.id === id)

function toFormValues({ state, theme, owner, note, resultText, version }: Question, owners: Owners): Values {
  const ownerId = owner && includesOwner(owners, owner) ? owner.id : ''
  return { state, theme: theme?.name ?? '', ownerId, note, resultText, version: String(version) }
}

/** What a colleague saved meanwhile. */
function currentStateSentence({ state, theme, owner, note, resultText }: Question, showResultText: boolean): string {
  const parts = [
    triageStateLabels[state],
    theme ? `thema ${theme.name}` : 'zonder thema',
    owner ? `bij ${owner.name}` : 'bij niemand',
    note ? `notitie “${note}”` : 'zonder notitie',
    ...(showResultText ? [resultText ? `eigen tekst “${resultText}”` : 'zonder eigen tekst'] : []),
  ]
  return `Nu staat er: ${parts.join(', ')}.`
}

type FieldsProps = {
  field: GetField<'state' | 'theme' | 'ownerId' | 'note' | 'resultText'>
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** Name of an owner who cannot log in any more. Saving replaces this owner. */
  formerOwner: string | null
  showResultText: boolean
}

/** The fields of the triage of one question, the most used ones first. */
function TriageFields({ field, themes, owners, formerOwner, showResultText }: FieldsProps) {
  usePreHydrationValue('veld-state')
  usePreHydrationValue('veld-ownerId')
  const [state, theme, owner] = [field('state'), field('theme'), field('ownerId')]
  return (
    <>
      <div className={fieldStyles.fields}>
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
