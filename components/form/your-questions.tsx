import { useFormContext } from 'react-hook-form'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import { FieldGroup } from './field-group'
import { fieldId } from './field-id'
import { QuestionField } from './question-field'
import { RadioGroup } from './radio-group'
import type { FormErrors } from './registration-errors'
import { contactWishLabels } from './registration-words'
import { TextField } from './text-field'
import type { WhyAsked } from './why-asked'

type Props = { errors: FormErrors; values: RegistrationValues; questions: FormQuestion[]; why?: WhyAsked }

/** The questions that make the session, and whether we may come back to them. */
export function YourQuestions({ errors, values, questions, why = {} }: Props) {
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
      {why.answers}
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
            reveal: <Phone errors={errors} values={values} why={why} />,
          },
          { value: 'none', label: contactWishLabels.none },
        ]}
        after={why.contactWish}
      />
    </FieldGroup>
  )
}

function Phone({ errors, values, why = {} }: Omit<Props, 'questions'>) {
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
      after={why.phone}
      inputProps={register('phone')}
    />
  )
}
