import { useFormContext } from 'react-hook-form'
import { type FormQuestion, limits, type RegistrationValues } from '@/lib/registrations/schema'
import { ChoiceField } from './choice-field'
import { fieldId } from './field-id'
import { TextAreaField } from './text-area-field'

type Props = { question: FormQuestion; answer: string; error?: string }

/** One question of the form, to answer in own words or by choosing. */
export function QuestionField({ question, answer, error }: Props) {
  const { id, label, hint, required, kind } = question
  const name = `answers.${id}` as const
  const field = { id: fieldId(name), name, label, hint: hint ?? undefined, required, error }
  if (kind !== 'text') return <ChoiceField question={question} answer={answer} error={error} />
  return <OpenQuestion {...field} name={name} answer={answer} />
}

type Open = Omit<Parameters<typeof TextAreaField>[0], 'inputProps'> & { name: `answers.${string}`; answer: string }

function OpenQuestion({ answer, name, ...field }: Open) {
  const { register } = useFormContext<RegistrationValues>()
  return (
    <TextAreaField
      {...field}
      name={name}
      maxLength={limits.answer}
      defaultValue={answer}
      // A question that is taken away while somebody fills in the form takes its answer along.
      inputProps={register(name, { shouldUnregister: true })}
    />
  )
}

/**
 * What is chosen on the page now. Choices are not registered with react-hook-form: it would clear those that were made before
 * the script came.
 */
export function choicesOnPage(questions: FormQuestion[]): Record<string, string> {
  const choices = questions.filter(({ kind }) => kind !== 'text')
  return Object.fromEntries(
    choices.map(({ id }) => {
      const checked = document.querySelectorAll<HTMLInputElement>(`input[name="answers.${id}"]:checked`)
      return [id, [...checked].map(({ value }) => value).join('\n')]
    }),
  )
}
