import { useFormContext } from 'react-hook-form'
import { RadioGroup } from '@/components/form/choices/radio-group'
import { fieldId } from '@/components/form/field-id'
import { FieldGroup } from '@/components/form/fields/field-group'
import { TextField } from '@/components/form/fields/text-field'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import type { FieldExplanations } from './field-explanations'
import { QuestionField } from './question-field'
import { contactWishLabels } from './registration-copy'
import type { FormErrors } from './registration-errors'

type Props = {
  errors: FormErrors
  values: RegistrationValues
  questions: FormQuestion[]
  explanations?: FieldExplanations
}

/** The questions that make the session, and whether we may come back to them. */
export function QuestionsSection({ errors, values, questions, explanations = {} }: Props) {
  const { register } = useFormContext<RegistrationValues>()
  return (
    <FieldGroup
      id={fieldId('answers')}
      legend="Jouw vragen"
      intro="Deze vragen vormen de sessie. Als het mag, vragen we je misschien vooraf om een korte toelichting. Dan weet iedereen in de sessie waar je vraag over gaat."
    >
      {questions.map((question) => (
        <QuestionField
          key={question.id}
          question={question}
          answer={values.answers[question.id] ?? ''}
          error={errors[`answers.${question.id}`]}
        />
      ))}
      {explanations.answers}
      <RadioGroup
        id={fieldId('contactWish')}
        name="contactWish"
        label="Mogen wij contact met je opnemen over je vraag?"
        error={errors.contactWish}
        defaultValue={values.contactWish}
        inputProps={register('contactWish')}
        options={[
          { value: 'email', label: contactWishLabels.email },
          {
            value: 'phone',
            label: contactWishLabels.phone,
            reveal: <PhoneField errors={errors} values={values} explanations={explanations} />,
          },
          { value: 'none', label: contactWishLabels.none },
        ]}
        after={explanations.contactWish}
      />
    </FieldGroup>
  )
}

function PhoneField({ errors, values, explanations = {} }: Omit<Props, 'questions'>) {
  const { register } = useFormContext<RegistrationValues>()
  return (
    <TextField
      id={fieldId('phone')}
      name="phone"
      type="tel"
      label="Telefoonnummer"
      hint="Vul dit alleen in als we je mogen bellen."
      error={errors.phone}
      defaultValue={values.phone}
      autoComplete="tel"
      after={explanations.phone}
      inputProps={register('phone')}
    />
  )
}
