import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'

const answerPrefix = 'answers.'

/** The strings of a sent form; a file, or a field that was not sent, counts as empty. Keeps answers to unknown questions, so that the schema can refuse them. */
export function readForm(form: FormData, questions: FormQuestion[]) {
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  const sent = [...form.keys()]
    .filter((name) => name.startsWith(answerPrefix))
    .map((name) => name.slice(answerPrefix.length))
  const ids = new Set([...questions.map(({ id }) => id), ...sent])
  const values: RegistrationValues = {
    name: field('name'),
    email: field('email'),
    municipality: field('municipality'),
    organisation: field('organisation'),
    role: field('role'),
    answers: Object.fromEntries([...ids].map((id) => [id, field(`${answerPrefix}${id}`)])),
    contactWish: field('contactWish'),
    phone: field('phone'),
    needs: field('needs'),
  }
  return { values, token: field('form'), honeypot: field('website') }
}
