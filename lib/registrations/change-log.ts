import { randomUUID } from 'node:crypto'
import { actorColumns, audit } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { workplaceName } from '@/lib/municipalities/queries'
import type { RegistrationInput } from './schema'

/** Without `organiserId` and `bySystem` the participant acts. `fields` names the changed fields, never their values. */
type RegistrationAudit = {
  registrationId: string
  now: Date
  organiserId?: string
  bySystem?: boolean
  fields?: string[]
}

/** Records an action on a registration in the audit log. */
export function auditRegistration(
  tx: Transaction,
  action: AuditAction,
  { registrationId: subjectId, now, organiserId, bySystem = false, fields }: RegistrationAudit,
): Promise<void> {
  const otherActor = bySystem ? 'system' : 'participant'
  const actor = organiserId ? { organiserId } : otherActor
  return audit(tx, {
    at: now,
    actor,
    action,
    subjectType: 'registration',
    subjectId,
    ...(fields && { details: { fields } }),
  })
}

/** Without `organiserId` the participant made the change. Answers that `after` leaves out did not change. */
type RegistrationChange = {
  registrationId: string
  at: Date
  organiserId?: string
  before: RegistrationInput
  after: RegistrationInput
}

/** Stores the old and new text of each field that differs. */
export async function recordChanges(
  tx: Transaction,
  { registrationId, at, organiserId, before, after }: RegistrationChange,
): Promise<void> {
  const oldTexts = textsByField(before)
  const actor = actorColumns(organiserId ? { organiserId } : 'participant')
  await tx.registrationChange.createMany({
    data: Object.entries(textsByField(after))
      .map(([field, text]) => ({ field, before: oldTexts[field] ?? '', after: text }))
      .filter((change) => change.before !== change.after)
      .map((change) => ({ id: randomUUID(), registrationId, at, ...actor, ...change })),
  })
}

/** Returns each field as text, by the name under which changes are stored. */
function textsByField(input: RegistrationInput): Record<string, string> {
  const { name, email, role, contactWish, phone, needs, answers } = input
  const workplace = workplaceName(input)
  return { name, email, workplace, role, contactWish, phone: phone ?? '', needs: needs ?? '', ...answers }
}

/** Returns the changes of a registration in the order of the form. `question` is the label for an answer. */
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
