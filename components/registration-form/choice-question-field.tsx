import { CheckboxGroupField } from '@/components/form/choices/checkbox-group-field'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { fieldId } from '@/components/form/field-id'
import { type FormQuestion, selectedOptions } from '@/lib/registrations/schema'

type Props = { question: FormQuestion; answer: string; error?: string }

/** A question that is answered by choosing: one of its options, or several. */
export function ChoiceQuestionField({ question, answer, error }: Props) {
  const { id, label, hint, required, kind, options } = question
  const name = `answers.${id}`
  const field = { id: fieldId(name), name, label, hint: hint ?? undefined, required, error }
  if (kind === 'several') return <CheckboxGroupField {...field} options={options} chosen={selectedOptions(answer)} />
  return <RadioGroup {...field} defaultValue={answer} options={options.map((value) => ({ value, label: value }))} />
}
