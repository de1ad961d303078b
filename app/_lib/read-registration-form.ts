import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import { readAllValues, readFormData } from './read-form-data'

const answerPrefix = 'answers.'

/** What the sign-up form sent. Keeps answers to unknown questions, so that the schema can refuse them. */
export function readRegistrationForm(form: unknown, questions: FormQuestion[]) {
  const fields = readFormData(form)
  const field = (name: string) => fields.get(name) ?? ''
  const answeredIds = [...fields.keys()]
    .filter((name) => name.startsWith(answerPrefix))
    .map((name) => name.slice(answerPrefix.length))
  const ids = new Set([...questions.map(({ id }) => id), ...answeredIds])
  const multipleChoiceIds = new Set(questions.filter(({ kind }) => kind === 'several').map(({ id }) => id))
  const answer = (id: string) => {
    const name = `${answerPrefix}${id}`
    return multipleChoiceIds.has(id) ? readAllValues(form, name).join('\n') : field(name)
  }
  const values: RegistrationValues = {
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
  return { values, token: field('form'), honeypot: field('website') }
}
