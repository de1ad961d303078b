import { randomUUID } from 'node:crypto'
import { hashPassword } from 'better-auth/crypto'
import { type Actor, audit } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { recordOrganiserChange } from './account-notifications'
import { setPassword } from './auth'
import { lockOrganiserChanges } from './locks'
import type { FirstOrganiserInput } from './schema'

type NewAdmin = { name: string; email: string; passwordHash: string }

/** Creates the first organiser, an admin. Refuses with `exists` if any organiser exists. Of concurrent calls one succeeds. */
export async function createFirstOrganiser(
  { password, ...input }: FirstOrganiserInput,
  { now }: { now: Date },
): Promise<Result<{ id: string }, 'exists'>> {
  const passwordHash = await hashPassword(password)
  return db().$transaction(async (tx) => {
    await lockOrganiserChanges(tx)
    return insertFirstOrganiser(tx, { ...input, passwordHash }, now)
  })
}

/** Creates the first organiser without the lock that `createFirstOrganiser` takes. Exported for a test of that lock. */
export async function insertFirstOrganiser(
  tx: Transaction,
  organiser: NewAdmin,
  now: Date,
): Promise<Result<{ id: string }, 'exists'>> {
  if ((await tx.organiser.count({ take: 1 })) > 0) return refuse('exists')
  return ok({ id: await insertAdmin(tx, organiser, now) })
}

/**
 * Creates an admin with ORGANISER_EMAIL and ORGANISER_PASSWORD at start-up. Changes nothing if an organiser has this address,
 * not even the password, which the organiser may have changed.
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
    await insertAdmin(tx, { name: address.split('@')[0] ?? address, email: address, passwordHash }, now)
    return { created: true }
  })
}

/** Changes the actor's own name. */
export async function renameOrganiser(name: string, actor: Actor): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.organiser.update({ where: { id: actor.organiserId }, data: { name } })
    await recordOrganiserChange(tx, 'organiserRenamed', actor)
  })
}

async function insertAdmin(tx: Transaction, { passwordHash, ...organiser }: NewAdmin, now: Date): Promise<string> {
  const id = randomUUID()
  await tx.organiser.create({
    data: { id, ...organiser, role: 'admin', acceptedAt: now, createdAt: now, updatedAt: now },
  })
  await setPassword(tx, id, passwordHash, now)
  await audit(tx, { at: now, actor: 'system', action: 'organiserCreated', subjectType: 'organiser', subjectId: id })
  return id
}
