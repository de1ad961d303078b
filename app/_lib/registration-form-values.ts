import { otherOrganisation, type RegistrationValues } from '@/lib/registrations/schema'

type Registration = {
  name: string
  email: string
  municipalityCode: string | null
  organisation: string | null
  role: string
  contactWish: string
  phone: string | null
  needs: string | null
  answers: { questionId: string; text: string }[]
}

/** What stands in the fields of the form for a sign-up. */
export function registrationFormValues(registration: Registration): RegistrationValues {
  const { name, email, municipalityCode, organisation, role, contactWish, phone, needs, answers } = registration
  return {
    name,
    email,
    municipality: municipalityCode ?? otherOrganisation,
    organisation: organisation ?? '',
    role,
    contactWish,
    phone: phone ?? '',
    needs: needs ?? '',
    answers: Object.fromEntries(answers.map(({ questionId, text }) => [questionId, text])),
  }
}
