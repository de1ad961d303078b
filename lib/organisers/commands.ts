import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { type Actor, audit } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import type { Result } from '@/lib/platform/result'
import { auditOrganiserChange, lockOrganiserChanges } from './locks'
import { setPassword } from './password'
import type { FirstOrganiserInput } from './schema'

/** Makes the first organiser. Refuses with 'exists' when there is one: of many at once exactly one succeeds. */
export async function createFirstOrganiser(
  input: FirstOrganiserInput,
  { now }: { now: Date },
): Promise<Result<{ id: string }, 'exists'>> {
  const passwordHash = await hashPassword(input.password)
  return db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    return insertFirstOrganiser(tx, { ...input, password: passwordHash }, now)
  })
}

/**
 * Makes the organiser of ORGANISER_EMAIL at start. When that address exists nothing changes, not even its password: it
 * may have been changed since. Says whether one was made.
 */
export async function ensureOrganiserFromEnv(
  { email, password }: { email: string; password: string },
  { now }: { now: Date },
): Promise<{ created: boolean }> {
  const address = email.trim().toLowerCase()
  const findExisting = (tx: Transaction) => tx.organiser.findUnique({ where: { email: address }, select: { id: true } })
  if (await findExisting(db())) return { created: false }
  const passwordHash = await hashPassword(password)
  return db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    if (await findExisting(tx)) return { created: false }
    await insertAdmin(tx, { name: nameFromAddress(address), email: address, password: passwordHash }, now)
    return { created: true }
  })
}

/** With `password` the hash. Without `takeTurn` before it, two at once can both find that there is none. */
export async function insertFirstOrganiser(
  tx: Transaction,
  organiser: FirstOrganiserInput,
  now: Date,
): Promise<Result<{ id: string }, 'exists'>> {
  if ((await tx.organiser.count({ take: 1 })) > 0) return { ok: false, reason: 'exists' }
  return { ok: true, value: { id: await insertAdmin(tx, organiser, now) } }
}

/** Another name for whoever asks. */
export async function renameOrganiser(name: string, { now, organiserId }: Actor): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.organiser.update({ where: { id: organiserId }, data: { name } })
    await auditOrganiserChange(tx, 'organiserRenamed', { now, organiserId })
  })
}

/** The rows that better-auth reads. Whoever comes this way may do everything. */
async function insertAdmin(
  tx: Transaction,
  { name, email, password }: FirstOrganiserInput,
  now: Date,
): Promise<string> {
  const id = randomUUID()
  await tx.organiser.create({
    data: { id, name, email, role: 'admin', acceptedAt: now, createdAt: now, updatedAt: now },
  })
  await setPassword(tx, id, password, now)
  await audit(tx, { at: now, actor: 'system', action: 'organiserCreated', subjectType: 'organiser', subjectId: id })
  return id
}

function nameFromAddress(address: string): string {
  return address.split('@')[0] ?? address
}
