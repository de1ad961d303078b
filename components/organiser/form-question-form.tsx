'use client'

import { Link, Paragraph } from '@utrecht/component-library-react'
import { useActionState } from 'react'
import type { ActionState } from '@/components/form/action-state'
import { Checkbox } from '@/components/form/checkbox'
import { RadioGroup } from '@/components/form/radio-group'
import { SubmitButton } from '@/components/form/submit-button'
import { TextAreaField } from '@/components/form/text-area-field'
import { TextField } from '@/components/form/text-field'
import { type QuestionFieldReason, type QuestionRefusal, questionKinds } from '@/lib/sessions/schema-questions'
import { FormHead, type News } from './form-head'
import styles from './form-question-form.module.css'
import { kindLabels, questionErrors, questionRefusals } from './form-question-words'

/** What was typed; `id` is that of the question, `version` says over which words. */
export type FormQuestionValues = Record<'id' | 'version' | 'label' | 'hint' | 'required' | 'kind' | 'options', string>

export type FormQuestionState = ActionState<FormQuestionValues, QuestionFieldReason, QuestionRefusal>

type Props = {
  action: (previous: FormQuestionState, form: FormData) => Promise<FormQuestionState>
  values: FormQuestionValues
  /** How many people answered it: then the kind of answer stays as it is. */
  answers: number
  /** Of the page, without "Fout: ". */
  title: string
}

/** The words of one question, and how it is answered. */
export function FormQuestionForm({ action, values, answers, title }: Props) {
  const [state, send] = useActionState(action, { status: 'idle' })
  const errors = state.status === 'invalid' ? questionErrors(state.errors) : {}
  const typed = state.status === 'idle' ? values : state.values
  const field = (name: keyof FormQuestionValues) =>
    ({ id: `veld-${name}`, name, defaultValue: typed[name], error: errors[name] }) as const
  return (
    <>
      <FormHead
        title={title}
        errors={errors}
        refusal={state.status === 'refused' ? refusalOf(state.reason) : null}
        sending={state}
      />
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
        {answers > 0 ? (
          <>
            <input type="hidden" name="kind" value={typed.kind} />
            <Paragraph className={styles.fixed}>
              {kindLabels[typed.kind as keyof typeof kindLabels]}. Dat blijft zo: de vraag is al{' '}
              {answers === 1 ? 'één keer' : `${answers.toLocaleString('nl-NL')} keer`} beantwoord. De antwoorden blijven
              staan zoals ze zijn gegeven.
            </Paragraph>
          </>
        ) : (
          <RadioGroup
            {...field('kind')}
            label="Hoe beantwoorden mensen de vraag?"
            options={questionKinds.map((kind) => ({ value: kind, label: kindLabels[kind] }))}
          />
        )}
        <div className={styles.options} data-kind={answers > 0 ? typed.kind : undefined}>
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

function refusalOf(reason: QuestionRefusal): News {
  const { lead, text } = questionRefusals[reason]
  if (reason !== 'changed-meanwhile') return { lead, text }
  const more = (
    <>
      {text} Wat jij schreef, staat hieronder nog. Kopieer het en <Link href="">open deze pagina opnieuw</Link>.
    </>
  )
  return { lead, text: more }
}
