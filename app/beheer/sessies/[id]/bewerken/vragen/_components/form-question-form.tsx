'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { AdminForm } from '@/app/beheer/_components/form/admin-form'
import type { FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { Checkbox } from '@/components/form/choices/checkbox'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { type ErrorMessages, tooLongMessage } from '@/components/form/field-errors'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import {
  type FormQuestionRefusal,
  type QuestionFieldReason,
  type QuestionInput,
  questionLimits,
} from '@/lib/sessions/form-questions-schema'
import styles from './form-question-form.module.css'
import { formQuestionRefusals, questionKindLabels } from './form-question-list'

type Values = Record<'id' | 'version' | 'label' | 'hint' | 'required' | 'kind' | 'options', string>

export type FormQuestionState = FormState<Values, QuestionFieldReason, FormQuestionRefusal>

const errorMessages: ErrorMessages<QuestionFieldReason> = {
  label: {
    missing: 'Schrijf de vraag op, zoals je hem aan een collega stelt',
    'too-long': tooLongMessage(questionLimits.label),
  },
  hint: { 'too-long': tooLongMessage(questionLimits.hint) },
  kind: { missing: 'Kies hoe mensen de vraag beantwoorden' },
  options: {
    'too-few': 'Schrijf minstens twee keuzes op, elk op een eigen regel',
    'too-many': `Schrijf hoogstens ${questionLimits.options} keuzes op. Zijn het er meer? Vraag dan om een antwoord in eigen woorden`,
    'too-long': `Maak elke keuze korter, tot ${questionLimits.option} tekens`,
    twice: 'Haal dubbele keuzes weg: elke keuze staat er één keer in',
  },
}

type Props = {
  action: FormAction<FormQuestionState>
  /** The question to edit. `answers` is the number of answers to it. `version` is empty for a new question. */
  question: QuestionInput & { id: string; version: number | string; answers: number }
  title: string
}

/**
 * Shows the form for the text and the answer type of a sign-up question. The answer type is fixed once there are
 * answers.
 */
export function FormQuestionForm({ action, question, title }: Props) {
  const { id, version, label, hint, required, kind, options, answers } = question
  const form = useFormAction(action, {
    values: {
      ...{ id, label, kind, version: String(version), hint: hint ?? '' },
      required: required ? 'on' : '',
      options: options.join('\n'),
    },
    errorMessages,
    describeRefusal,
  })
  const { values, field } = form
  return (
    <AdminForm form={form} title={title} className={styles.form}>
      <input type="hidden" name="id" value={values.id} />
      <input type="hidden" name="version" value={values.version} />
      <TextField {...field('label')} label="Vraag" wide autoComplete="off" />
      <TextField {...field('hint')} label="Uitleg of voorbeeld bij de vraag" wide required={false} autoComplete="off" />
      {answers > 0 ? (
        <>
          <input type="hidden" name="kind" value={values.kind} />
          <Paragraph className={styles.fixed}>
            {questionKindLabels[values.kind as keyof typeof questionKindLabels]}. Dat blijft zo: de vraag is al{' '}
            {answers === 1 ? 'één keer' : `${answers.toLocaleString('nl-NL')} keer`} beantwoord. De antwoorden blijven
            staan zoals ze zijn gegeven.
          </Paragraph>
        </>
      ) : (
        <RadioGroup
          {...field('kind')}
          label="Hoe beantwoorden mensen de vraag?"
          options={Object.entries(questionKindLabels).map(([value, label]) => ({ value, label }))}
        />
      )}
      <div className={styles.options} data-kind={answers > 0 ? values.kind : undefined}>
        <TextAreaField
          {...field('options')}
          label="Keuzes"
          hint="Elke keuze op een eigen regel. Alleen nodig bij een vraag met keuzes."
          rows={6}
        />
      </div>
      <div className={styles.everybody}>
        <Checkbox
          id="veld-required"
          name="required"
          label="Iedereen moet deze vraag beantwoorden"
          defaultChecked={values.required === 'on'}
        />
      </div>
      <SubmitButton>Bewaren</SubmitButton>
    </AdminForm>
  )
}

function describeRefusal(reason: FormQuestionRefusal) {
  const { title, text } = formQuestionRefusals[reason]
  const copyAndReopen = (
    <>
      {text} Wat jij schreef, staat hieronder nog. Kopieer het en <Link href="">open deze pagina opnieuw</Link>.
    </>
  )
  return { title, text: reason === 'changed-meanwhile' ? copyAndReopen : text }
}
