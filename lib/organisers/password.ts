import { randomUUID } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/organiser-scopes'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { verifyPersonalToken } from '@/lib/personal-links/token'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { notifyAccountChanged } from './account-notifications'
import { auditOrganiserChange, endLogins } from './locks'
import { linkExpiry, passwordResetHours } from './rules'
import type { ChangePasswordInput } from './schema'

const hourSeconds = 60 * 60
const resetRequestLimits = { perAddress: 3, perIp: 20 } as const
const wrongPasswordLimit = { points: 5, seconds: 15 * 60 } as const

/** Keeps the hash of a password as better-auth reads it: its provider is 'credential', its own id that of the organiser. */
export async function setPassword(tx: Transaction, userId: string, hash: string, now: Date): Promise<void> {
  const credential = { userId, providerId: 'credential' }
  const { count } = await tx.account.updateMany({ where: credential, data: { password: hash, updatedAt: now } })
  if (count > 0) return
  const timestamps = { createdAt: now, updatedAt: now }
  await tx.account.create({
    data: { id: randomUUID(), accountId: userId, ...credential, password: hash, ...timestamps },
  })
}

/**
 * Another password, when `current` is the one that holds: every other login than `loginId` ends, and the organiser hears it
 * by mail. After five wrong tries in 15 minutes it is 'wait'.
 */
export async function changePassword(
  { current, password, loginId }: ChangePasswordInput & { loginId: string },
  { now, organiserId }: Actor,
): Promise<Result<null, 'wrong-password' | 'wait'>> {
  const passwordCheck = await checkPassword(organiserId, current)
  if (!passwordCheck.ok) return passwordCheck
  const passwordHash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    await setPassword(tx, organiserId, passwordHash, now)
    await endLogins(tx, organiserId, { except: loginId })
    await tx.organiser.update({
      where: { id: organiserId },
      data: { tokenVersion: { increment: 1 }, tokenExpiresAt: null },
    })
    await auditOrganiserChange(tx, 'passwordChanged', { now, organiserId })
    await notifyAccountChanged(tx, organiserId, 'password', now)
    return { ok: true, value: null }
  })
}

/** Whether this is the password of the organiser; asked before what a borrowed screen may not do. Counts wrong tries. */
export async function checkPassword(
  organiserId: string,
  password: string,
): Promise<Result<null, 'wrong-password' | 'wait'>> {
  const limit = createRateLimit({ name: 'own-password', ...wrongPasswordLimit })
  if (!(await limit.consume(organiserId))) return { ok: false, reason: 'wait' }
  const account = await db().account.findFirst({
    where: { userId: organiserId, providerId: 'credential' },
    select: { password: true },
  })
  if (!account?.password || !(await verifyPassword({ hash: account.password, password }))) {
    return { ok: false, reason: 'wrong-password' }
  }
  await limit.reset(organiserId)
  return { ok: true, value: null }
}

/**
 * Mails a link for a new password when there is somebody with this address who may log in. The answer says nothing about that:
 * only 'wait' when it was asked three times in an hour for an address, or twenty times from an IP.
 */
export async function requestPasswordReset(
  { email, ip }: { email: string; ip: string },
  { now }: { now: Date },
): Promise<Result<null, 'wait'>> {
  const perIp = createRateLimit({ name: 'new-password-ip', points: resetRequestLimits.perIp, seconds: hourSeconds })
  const perAddress = createRateLimit({
    name: 'new-password-address',
    points: resetRequestLimits.perAddress,
    seconds: hourSeconds,
  })
  if (!(await perIp.consume(rateLimitKeyForIp(ip))) || !(await perAddress.consume(email)))
    return { ok: false, reason: 'wait' }
  await db().$transaction(async (tx) => {
    const tokenExpiresAt = linkExpiry(now, passwordResetHours)
    const [organiser] = await tx.organiser.updateManyAndReturn({
      where: { email, ...canLogIn },
      data: { tokenVersion: { increment: 1 }, tokenExpiresAt },
      select: { id: true, tokenVersion: true },
    })
    if (!organiser) return
    const { id, tokenVersion } = organiser
    await auditOrganiserChange(tx, 'passwordResetRequested', { now, organiserId: id })
    await enqueueMessage(tx, {
      kind: 'password-reset',
      dedupeKey: `password-reset:${id}:${tokenVersion}`,
      registrationId: null,
      organiserId: id,
      details: { tokenVersion, tokenExpiresAt: tokenExpiresAt.toISOString() },
      dueAt: now,
      expiresAt: tokenExpiresAt,
      now,
    })
  })
  return { ok: true, value: null }
}

/** Sets the password of whose link this is, once: every login ends. Refuses a link that is not ours, too old or used. */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  { now }: { now: Date },
): Promise<Result<null, 'dead-link'>> {
  const owner = verifyPersonalToken('new-password', token)
  if (!owner) return { ok: false, reason: 'dead-link' }
  const passwordHash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { ...owner, ...canLogIn, tokenExpiresAt: { gt: now } },
      data: { tokenVersion: { increment: 1 }, tokenExpiresAt: null },
    })
    if (count === 0) return { ok: false, reason: 'dead-link' }
    await setPassword(tx, owner.id, passwordHash, now)
    await endLogins(tx, owner.id)
    await auditOrganiserChange(tx, 'passwordReset', { now, organiserId: owner.id })
    await notifyAccountChanged(tx, owner.id, 'password', now)
    return { ok: true, value: null }
  })
}
