import { readFields } from '@/app/_lib/read-form-data'
import { readRegistrationForm } from '@/app/_lib/read-registration-form'
import { registrationFormValues } from '@/app/_lib/registration-form-values'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'

type CurrentRegistration = Parameters<typeof registrationFormValues>[0]

/** What the form sent. It says which parts it had: the others stay as they stand, and so does the address. */
export function readChangeForm(form: unknown, current: CurrentRegistration, questions: FormQuestion[]) {
  const { parts, version, deadline } = readFields(form, 'parts', 'version', 'deadline')
  const sentParts = new Set(parts.split(' '))
  const { values: sent } = readRegistrationForm(form, questions)
  const currentValues = registrationFormValues(current)
  const valuesForPart = (part: string) => (sentParts.has(part) ? sent : currentValues)
  const about = valuesForPart('about')
  const contact = valuesForPart('contact')
  const values: RegistrationValues = {
    name: about.name,
    email: currentValues.email,
    municipality: about.municipality,
    organisation: about.organisation,
    role: about.role,
    answers: { ...Object.fromEntries(questions.map(({ id }) => [id, ''])), ...valuesForPart('answers').answers },
    contactWish: contact.contactWish,
    phone: contact.phone,
    needs: valuesForPart('needs').needs,
  }
  return { values, version: Number(version), acknowledgesDeadline: deadline === 'over' }
}
