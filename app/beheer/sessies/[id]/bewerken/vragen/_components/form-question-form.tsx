'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { FormFeedback } from '@/app/beheer/_components/form/form-feedback'
import type { Flash, FormAction, FormState } from '@/app/beheer/_components/form/form-state'
import { useFormAction } from '@/app/beheer/_components/form/use-form-action'
import { Checkbox } from '@/components/form/choices/checkbox'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { TextField } from '@/components/form/fields/text-field'
import { SubmitButton } from '@/components/form/submit-button'
import { type FormQuestionRefusal, type QuestionFieldReason, questionKinds } from '@/lib/sessions/form-questions-schema'
import { formQuestionErrors, formQuestionRefusals, questionKindLabels } from './form-question-copy'
import styles from './form-question-form.module.css'

type Values = Record<'id' | 'version' | 'label' | 'hint' | 'required' | 'kind' | 'options', string>

export type FormQuestionState = FormState<Values, QuestionFieldReason, FormQuestionRefusal>

type Props = {
  action: FormAction<FormQuestionState>
  values: Values
  /** Number of answers. The kind of an answered question is fixed. */
  answerCount: number
  title: string
}

/** The text of a question, and how it is answered. */
export function FormQuestionForm({ action, values, answerCount, title }: Props) {
  const {
    state,
    send,
    values: typed,
    field,
    ...form
  } = useFormAction(action, {
    values,
    describeErrors: formQuestionErrors,
    describeRefusal: refusalMessage,
  })
  return (
    <>
      <FormFeedback pageTitle={title} errors={form.errors} refusal={form.refusal} submission={state} />
      <form action={send} noValidate className={styles.form}>
        <input type="hidden" name="id" value={typed.id} />
        <input type="hidden" name="version" value={typed.version} />
        <TextField {...field('label')} label="Vraag" wide inputProps={{ autoComplete: 'off' }} />
        <TextField
          {...field('hint')}
          label="Uitleg of voorbeeld bij de vraag"
          wide
          required={false}
          inputProps={{ autoComplete: 'off' }}
        />
        {answerCount > 0 ? (
          <>
            <input type="hidden" name="kind" value={typed.kind} />
            <Paragraph className={styles.fixed}>
              {questionKindLabels[typed.kind as keyof typeof questionKindLabels]}. Dat blijft zo: de vraag is al{' '}
              {answerCount === 1 ? 'één keer' : `${answerCount.toLocaleString('nl-NL')} keer`} beantwoord. De antwoorden
              blijven staan zoals ze zijn gegeven.
            </Paragraph>
          </>
        ) : (
          <RadioGroup
            {...field('kind')}
            label="Hoe beantwoorden mensen de vraag?"
            options={questionKinds.map((kind) => ({ value: kind, label: questionKindLabels[kind] }))}
          />
        )}
        <div className={styles.options} data-kind={answerCount > 0 ? typed.kind : undefined}>
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
            defaultChecked={typed.required === 'on'}
          />
        </div>
        <SubmitButton>Bewaren</SubmitButton>
      </form>
    </>
  )
}

function refusalMessage(reason: FormQuestionRefusal): Flash {
  const { title, text } = formQuestionRefusals[reason]
  if (reason !== 'changed-meanwhile') return { title, text }
  const textWithLink = (
    <>
      {text} Wat jij schreef, staat hieronder nog. Kopieer het en <Link href="">open deze pagina opnieuw</Link>.
    </>
  )
  return { title, text: textWithLink }
}
