import { CheckboxGroup } from '@/components/form/choices/checkbox-group'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { TextAreaField } from '@/components/form/fields/text-area-field'
import { type FormQuestion, limits, selectedOptions } from '@/lib/registrations/schema'
import { answerFieldProps, type RegistrationFieldsContext } from './registration-field-props'

type Props = { context: RegistrationFieldsContext; questions: FormQuestion[] }

/** One field for each question of a session. */
export const AnswerFields = ({ context, questions }: Props) =>
  questions.map((question) => <AnswerField key={question.id} context={context} question={question} />)

function AnswerField({ context, question }: { context: RegistrationFieldsContext; question: FormQuestion }) {
  const field = answerFieldProps(context, question)
  const answer = context.values.answers[question.id] ?? ''
  const options = question.options.map((option) => ({ value: option, label: option }))
  switch (question.kind) {
    case 'text':
      return <TextAreaField {...field} maxLength={limits.answer} defaultValue={answer} />
    case 'one':
      return <RadioGroup {...field} options={options} defaultValue={answer} />
    case 'several':
      return <CheckboxGroup {...field} options={options} selected={selectedOptions(answer)} />
  }
}
