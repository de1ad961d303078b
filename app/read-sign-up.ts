import type { FormQuestion, RegistrationValues } from '@/lib/registrations/schema'
import { readAll, readForm } from './read-form'

const answerPrefix = 'answers.'

/** What the sign-up form sent. Keeps answers to unknown questions, so that the schema can refuse them. */
export function readSignUp(sent: unknown, questions: FormQuestion[]) {
  const fields = readForm(sent)
  const field = (name: string) => fields.get(name) ?? ''
  const answered = [...fields.keys()]
    .filter((name) => name.startsWith(answerPrefix))
    .map((name) => name.slice(answerPrefix.length))
  const ids = new Set([...questions.map(({ id }) => id), ...answered])
  const several = new Set(questions.filter(({ kind }) => kind === 'several').map(({ id }) => id))
  const answer = (id: string) => {
    const name = `${answerPrefix}${id}`
    return several.has(id) ? readAll(sent, name).join('\n') : field(name)
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
