import { readFields } from '@/app/_lib/read-form-data'
import { readRegistrationValues, toRegistrationValues } from '@/components/registration-form/registration-values'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'

type CurrentRegistration = Parameters<typeof toRegistrationValues>[0]

/** Reads the change form. Parts that the form did not contain, and the e-mail address, keep their current values. */
export function readChangeForm(form: unknown, current: CurrentRegistration, questions: FormQuestion[]) {
  const { parts, version, deadline } = readFields(form, 'parts', 'version', 'deadline')
  const submittedParts = new Set(parts.split(' '))
  const submitted = readRegistrationValues(form, questions)
  const currentValues = toRegistrationValues(current)
  const valuesForPart = (part: string) => (submittedParts.has(part) ? submitted : currentValues)
  const { name, municipality, organisation, role } = valuesForPart('about')
  const { contactWish, phone } = valuesForPart('contact')
  const noAnswers = Object.fromEntries(questions.map(({ id }) => [id, '']))
  const values: RegistrationValues = {
    name,
    email: currentValues.email,
    municipality,
    organisation,
    role,
    answers: { ...noAnswers, ...valuesForPart('answers').answers },
    contactWish,
    phone,
    needs: valuesForPart('needs').needs,
  }
  return { values, version: Number(version), acknowledgesDeadline: deadline === 'over' }
}
