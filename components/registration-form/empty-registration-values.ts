import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'

/** A form that nobody has filled in yet. */
export function emptyRegistrationValues(questions: FormQuestion[]): RegistrationValues {
  return {
    name: '',
    email: '',
    municipality: '',
    organisation: '',
    role: '',
    answers: Object.fromEntries(questions.map(({ id }) => [id, ''])),
    contactWish: '',
    phone: '',
    needs: '',
  }
}
