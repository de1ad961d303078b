import { readFields } from '@/app/read-form'
import { readSignUp } from '@/app/read-sign-up'
import { registrationValues } from '@/app/registration-values'
import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'

type Standing = Parameters<typeof registrationValues>[0]

/** What the form sent. It says which parts it had: the others stay as they stand, and so does the address. */
export function readOwnChange(form: unknown, standing: Standing, questions: FormQuestion[]) {
  const { parts, version, deadline } = readFields(form, 'parts', 'version', 'deadline')
  const has = new Set(parts.split(' '))
  const { values: sent } = readSignUp(form, questions)
  const stands = registrationValues(standing)
  const of = (part: string) => (has.has(part) ? sent : stands)
  const about = of('about')
  const contact = of('contact')
  const values: RegistrationValues = {
    name: about.name,
    email: stands.email,
    municipality: about.municipality,
    organisation: about.organisation,
    role: about.role,
    answers: { ...Object.fromEntries(questions.map(({ id }) => [id, ''])), ...of('answers').answers },
    contactWish: contact.contactWish,
    phone: contact.phone,
    needs: of('needs').needs,
  }
  return { values, version: Number(version), knowsDeadline: deadline === 'over' }
}
