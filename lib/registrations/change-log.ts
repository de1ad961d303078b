import { randomUUID } from 'node:crypto'
import { actorColumns } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { workplaceName } from '@/lib/municipalities/queries'
import type { RegistrationInput } from './schema'

type RegistrationChange = {
  registrationId: string
  at: Date
  /** Organiser who made the change; left out when the participant did. */
  organiserId?: string
  before: RegistrationInput
  /** Answers that are left out did not change. */
  after: RegistrationInput
}

/** Stores the old and new text of each field that differs. */
export async function recordChanges(
  tx: Transaction,
  { registrationId, at, organiserId, before, after }: RegistrationChange,
): Promise<void> {
  const [oldTexts, newTexts] = [textsByField(before), textsByField(after)]
  const changedFields = Object.keys(newTexts).filter((field) => (oldTexts[field] ?? '') !== newTexts[field])
  await tx.registrationChange.createMany({
    data: changedFields.map((field) => ({
      id: randomUUID(),
      registrationId,
      at,
      ...actorColumns(organiserId ? { organiserId } : 'participant'),
      field,
      before: oldTexts[field] ?? '',
      after: newTexts[field] ?? '',
    })),
  })
}

/** Returns each field as text, by the name under which changes are stored. */
function textsByField(input: RegistrationInput): Record<string, string> {
  const { name, email, role, contactWish, phone, needs, answers } = input
  return {
    name,
    email,
    workplace: workplaceName(input),
    role,
    contactWish,
    phone: phone ?? '',
    needs: needs ?? '',
    ...answers,
  }
}

/** Returns the changes of a registration in the order of the form. `question` is the label for an answer, else `null`. */
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
