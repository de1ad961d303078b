'use client'

import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import { FormButton } from '@/app/beheer/_components/form/form-button'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { FormAction, FormState, GetField } from '@/app/beheer/_components/form/form-state'
import { Options } from '@/app/beheer/_components/form/options'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import styles from '@/app/beheer/sessies/[id]/_components/form-layout.module.css'
import { ThemeField } from '@/app/beheer/sessies/[id]/vragen/_components/theme-field'
import fieldStyles from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_components/triage-fields.module.css'
import { SelectField } from '@/components/form/fields/select-field'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { usePreHydrationValue } from '@/components/form/use-pre-hydration-value'
import {
  describeTriageRefusal,
  resultsRefusals,
  triageErrorMessages,
  triageStateLabels,
  triageStateOptions,
} from '@/components/triage/triage-copy'
import type { QuestionView } from '@/lib/triage/queries'
import { type ResultTextRefusal, type TriageFieldReason, type TriageRefusal, triageLimits } from '@/lib/triage/schema'

/** Field values of the triage form. `version` is the version of the question that the organiser saw. */
type Values = Record<'state' | 'theme' | 'ownerId' | 'note' | 'version', string> & { resultText?: string }
export type TriageFormState = FormState<Values, TriageFieldReason, TriageRefusal, 'saved'>

type Props = {
  action: FormAction<TriageFormState>
  question: QuestionView
  themes: { id: string; name: string }[]
  owners: { id: string; name: string }[]
  /** Whether the text of the result mail can be edited: from the end of the session until that mail is enqueued. */
  showResultText: boolean
  hasNext: boolean
}

/**
 * Shows the form for the triage of one question. Pressing Enter saves and opens the next question or, after the last
 * one, the list.
 */
export function TriageForm({ action, question, themes, owners, showResultText, hasNext }: Props) {
  const { state, theme, owner, note, resultText, version } = question
  const ownerId = owners.find(({ id }) => id === owner?.id)?.id ?? ''
  const formerOwnerHint =
    owner && !ownerId ? `Was bij ${owner.name}, die geen toegang meer heeft. Kies iemand anders.` : undefined
  const form = useFormAction(action, {
    values: { state, theme: theme?.name ?? '', ownerId, note, resultText, version: String(version) },
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) => describeTriageRefusal(reason, currentTriageInWords(question, showResultText)),
  })
  const { field } = form
  const [stateField, ownerField] = [field('state'), field('ownerId')]
  usePreHydrationValue(stateField.id)
  usePreHydrationValue(ownerField.id)
  return (
    <AdminForm form={form} title={`Vraag van ${question.workplace}`} success={form.result && { title: 'Bewaard.' }}>
      <input type="hidden" name="version" value={form.values.version} />
      <div className={fieldStyles.fields}>
        <SelectField {...stateField} label="Stand">
          <Options options={triageStateOptions} />
        </SelectField>
        <ThemeField {...field('theme')} themes={themes} />
        <SelectField {...ownerField} label="Bij wie" hint={formerOwnerHint} required={false}>
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
      <div className={styles.buttons}>
        <FormButton intent="next" primary>
          {hasNext ? 'Bewaar en volgende' : 'Bewaar en naar de lijst'}
        </FormButton>
        <FormButton intent="save">Bewaar</FormButton>
      </div>
    </AdminForm>
  )
}

/** Returns the stored triage in words, to show when a colleague changed it meanwhile. */
function currentTriageInWords(question: QuestionView, showResultText: boolean): string {
  const { state, theme, owner, note, resultText } = question
  const parts = [
    triageStateLabels[state],
    theme ? `thema ${theme.name}` : 'zonder thema',
    owner ? `bij ${owner.name}` : 'bij niemand',
    note ? `notitie “${note}”` : 'zonder notitie',
  ]
  if (showResultText) parts.push(resultText ? `eigen tekst “${resultText}”` : 'zonder eigen tekst')
  return parts.join(', ')
}

type ResultTextValues = { resultText: string; version: string }
export type ResultTextState = FormState<ResultTextValues, TriageFieldReason, ResultTextRefusal, 'saved'>

type ResultTextProps = { action: FormAction<ResultTextState>; question: QuestionView; canWrite: boolean }

/**
 * Shows the form for the text about one question in the result mail to its asker. In a closed triage round only this
 * text can change. Without `canWrite`, shows only the result of the last submission, or the form if that was refused.
 */
export function ResultTextForm({ action, question, canWrite }: ResultTextProps) {
  const { workplace, resultText, version } = question
  const form = useFormAction(action, {
    values: { resultText, version: String(version) },
    describeErrors: triageErrorMessages,
    describeRefusal: (reason) =>
      reason === 'session-not-ended'
        ? resultsRefusals[reason]
        : describeTriageRefusal(reason, resultText || 'geen eigen tekst'),
  })
  const { state, values } = form
  const isRejected = state.status === 'invalid' || state.status === 'refused'
  const feedback = { title: `Vraag van ${workplace}`, success: form.result && { title: 'Bewaard.' } }
  if (!canWrite && !isRejected)
    return <FormFeedback pageTitle={feedback.title} success={feedback.success} submission={state} />
  return (
    <AdminForm form={form} {...feedback} className={styles.form}>
      <input type="hidden" name="version" value={values.version} />
      <ResultTextField {...form.field('resultText')} />
      <div className={styles.buttons}>
        <FormButton primary>Bewaar de tekst</FormButton>
      </div>
    </AdminForm>
  )
}

/** Shows the field for a text that replaces the standard text in the result mail to one asker. */
const ResultTextField = (field: ReturnType<GetField<'resultText'>>) => (
  <TextAreaField
    {...field}
    label="Eigen tekst voor wie dit vroeg"
    hint="Komt in de mail over wat er met de vraag is gedaan, in plaats van onze tekst bij deze stand."
    rows={3}
    required={false}
    maxLength={triageLimits.resultText}
  />
)
