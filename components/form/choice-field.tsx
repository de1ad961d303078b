import { chosenOptions, type FormQuestion } from '@/lib/registrations/schema'
import { CheckGroup } from './check-group'
import { fieldId } from './field-id'
import { RadioGroup } from './radio-group'

type Props = { question: FormQuestion; answer: string; error?: string }

/** A question that is answered by choosing: one of its options, or several. */
export function ChoiceField({ question, answer, error }: Props) {
  const { id, label, hint, required, kind, options } = question
  const name = `answers.${id}`
  const field = { id: fieldId(name), name, label, hint: hint ?? undefined, required, error }
  if (kind === 'several') return <CheckGroup {...field} options={options} chosen={chosenOptions(answer)} />
  return <RadioGroup {...field} defaultValue={answer} options={options.map((value) => ({ value, label: value }))} />
}
