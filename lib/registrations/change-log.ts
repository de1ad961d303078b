import { randomUUID } from 'node:crypto'
import { actorColumns, audit } from '@/lib/audit/commands'
import type { AuditAction } from '@/lib/audit/schema'
import { db, type Transaction } from '@/lib/db/client'
import { workplaceName } from '@/lib/municipalities/queries'
import type { RegistrationInput } from './schema'

/** Registration, time and author of an action. Without `organiserId` the author is the participant or the system. */
type RegistrationActor = { registrationId: string; now: Date; organiserId?: string }

/** Records an action on a registration in the audit log. `fields` names the changed fields, never their values. */
export function auditRegistration(
  tx: Transaction,
  action: AuditAction,
  { registrationId, now, organiserId, bySystem, fields }: RegistrationActor & { bySystem?: true; fields?: string[] },
): Promise<void> {
  const otherActor = bySystem ? 'system' : 'participant'
  const actor = organiserId ? { organiserId } : otherActor
  const subject = { subjectType: 'registration', subjectId: registrationId }
  return audit(tx, { at: now, actor, action, ...subject, ...(fields && { details: { fields } }) })
}

/** Stores old and new text of each changed field of a registration. An answer absent from `after` counts as unchanged. */
export async function recordChanges(
  tx: Transaction,
  { registrationId, now, organiserId }: RegistrationActor,
  { before, after }: Record<'before' | 'after', RegistrationInput>,
): Promise<void> {
  const oldTexts = textsByField(before)
  const actor = actorColumns(organiserId ? { organiserId } : 'participant')
  await tx.registrationChange.createMany({
    data: Object.entries(textsByField(after))
      .map(([field, text]) => ({ field, before: oldTexts[field] ?? '', after: text }))
      .filter((change) => change.before !== change.after)
      .map((change) => ({ id: randomUUID(), registrationId, at: now, ...actor, ...change })),
  })
}

/** Returns the text of each field by field name. The field name of an answer is its question id. */
function textsByField(input: RegistrationInput): Record<string, string> {
  const { name, email, role, contactWish, phone, needs, answers } = input
  const workplace = workplaceName(input)
  return { name, email, workplace, role, contactWish, phone: phone ?? '', needs: needs ?? '', ...answers }
}

/**
 * Returns the stored field changes of a registration in the order of the form. For the change of an answer, `question` is
 * the label of the question, otherwise `null`.
 */
export async function listRegistrationChanges(registrationId: string) {
  const changes = await db().registrationChange.findMany({
    where: { registrationId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  })
  const isInSession = { session: { registrations: { some: { id: registrationId } } } }
  const questions = await db().question.findMany({ where: isInSession, orderBy: { position: 'asc' } })
  const labels = new Map(questions.map(({ id, label }) => [id, label]))
  const order = ['name', 'email', 'workplace', 'role', ...labels.keys(), 'contactWish', 'phone', 'needs']
  return changes
    .map((change) => ({ ...change, question: labels.get(change.field) ?? null }))
    .toSorted((a, b) => order.indexOf(a.field) - order.indexOf(b.field))
}
