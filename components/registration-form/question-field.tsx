import { useFormContext } from 'react-hook-form'
import { fieldId } from '@/components/form/field-id'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { type FormQuestion, limits, type RegistrationValues } from '@/lib/registrations/schema'
import { ChoiceQuestionField } from './choice-question-field'

type Props = { question: FormQuestion; answer: string; error?: string }

/** One question of the form, to answer in own words or by choosing. */
export function QuestionField({ question, answer, error }: Props) {
  const { id, label, hint, required, kind } = question
  const name = `answers.${id}` as const
  const field = { id: fieldId(name), name, label, hint: hint ?? undefined, required, error }
  if (kind !== 'text') return <ChoiceQuestionField question={question} answer={answer} error={error} />
  return <OpenQuestionField {...field} name={name} answer={answer} />
}

type OpenQuestionFieldProps = Omit<Parameters<typeof TextAreaField>[0], 'inputProps'> & {
  name: `answers.${string}`
  answer: string
}

function OpenQuestionField({ answer, name, ...field }: OpenQuestionFieldProps) {
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
export function readCheckedChoices(questions: FormQuestion[]): Record<string, string> {
  const choiceQuestions = questions.filter(({ kind }) => kind !== 'text')
  return Object.fromEntries(
    choiceQuestions.map(({ id }) => {
      const checked = document.querySelectorAll<HTMLInputElement>(`input[name="answers.${id}"]:checked`)
      return [id, [...checked].map(({ value }) => value).join('\n')]
    }),
  )
}
