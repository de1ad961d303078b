import { randomUUID } from 'node:crypto'
import { type AuditActor, actorColumns } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { workplaceName } from '@/lib/municipalities/queries'

/** What somebody filled in. Of the answers only those to questions that were asked again. */
export type RegistrationSnapshot = {
  name: string
  email: string
  municipalityCode: string | null
  organisation: string | null
  role: string
  contactWish: string
  phone: string | null
  needs: string | null
  answers: Record<string, string>
}

type RegistrationChange = {
  registrationId: string
  at: Date
  actor: AuditActor
  before: RegistrationSnapshot
  after: RegistrationSnapshot
}

/** Keeps what each part of a sign-up was and what it became. In the transaction of the change itself. */
export async function recordChanges(tx: Transaction, { registrationId, at, actor, before, after }: RegistrationChange) {
  const [oldTexts, newTexts] = [textsByField(before), textsByField(after)]
  const changedFields = Object.keys(newTexts).filter((field) => (oldTexts[field] ?? '') !== newTexts[field])
  await tx.registrationChange.createMany({
    data: changedFields.map((field) => ({
      id: randomUUID(),
      registrationId,
      at,
      ...actorColumns(actor),
      field,
      before: oldTexts[field] ?? '',
      after: newTexts[field] ?? '',
    })),
  })
}

/** Each part as text, by the name under which a change is kept. */
function textsByField({
  answers,
  municipalityCode,
  organisation,
  phone,
  needs,
  ...rest
}: RegistrationSnapshot): Record<string, string> {
  const { name, email, role, contactWish } = rest
  const workplace = workplaceName({ municipalityCode, organisation })
  return { name, email, workplace, role, contactWish, phone: phone ?? '', needs: needs ?? '', ...answers }
}

export type RegistrationChangeView = Awaited<ReturnType<typeof listRegistrationChanges>>[number]

/** What was changed of a sign-up (its id, a UUID), in the order of the form; `question` is the label when it is an answer. */
export async function listRegistrationChanges(registrationId: string) {
  const changes = await db().registrationChange.findMany({
    where: { registrationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { id: true, at: true, actorType: true, field: true, before: true, after: true },
  })
  const questions = await db().question.findMany({
    where: { session: { registrations: { some: { id: registrationId } } } },
    orderBy: { position: 'asc' },
    select: { id: true, label: true },
  })
  const labels = new Map(questions.map(({ id, label }) => [id, label]))
  const order = ['name', 'email', 'workplace', 'role', ...labels.keys(), 'contactWish', 'phone', 'needs']
  return changes
    .map((change) => ({ ...change, question: labels.get(change.field) ?? null }))
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}
