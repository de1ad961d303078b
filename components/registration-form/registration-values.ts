import { type FormQuestion, otherOrganisation, type RegistrationValues } from '@/lib/registrations/schema'

export const emptyRegistrationValues = (questions: FormQuestion[]) => readRegistrationValues(null, questions)

const answerPrefix = 'answers.'

/**
 * Returns the values of a submitted registration form. A value is empty if its field is absent or holds a file, or if `input`
 * is not form data. Answers to unknown questions are kept, so that the schema can refuse them.
 */
export function readRegistrationValues(input: unknown, questions: FormQuestion[]): RegistrationValues {
  const form = input instanceof FormData ? input : new FormData()
  const isText = (value: FormDataEntryValue | null) => typeof value === 'string'
  const field = (name: string) => [form.get(name)].find(isText) ?? ''
  const answer = (id: string) => {
    const name = answerPrefix + id
    const isMultipleChoice = questions.some((question) => question.id === id && question.kind === 'several')
    return isMultipleChoice ? form.getAll(name).filter(isText).join('\n') : field(name)
  }
  const answeredNames = [...form.keys()].filter((name) => name.startsWith(answerPrefix))
  const answeredIds = answeredNames.map((name) => name.slice(answerPrefix.length))
  const ids = new Set([...questions.map(({ id }) => id), ...answeredIds])
  return {
    name: field('name'),
    email: field('email'),
    municipality: field('municipality'),
    organisation: field('organisation'),
    role: field('role'),
    answers: Object.fromEntries([...ids].map((id) => [id, answer(id)])),
    contactWish: field('contactWish'),
    phone: field('phone'),
    needs: field('needs'),
  }
}

type StoredRegistration = {
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

/** Converts a stored registration to the values of the registration form. */
export function toRegistrationValues(registration: StoredRegistration): RegistrationValues {
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
