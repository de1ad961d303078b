import { randomUUID } from 'node:crypto'
import { hashPassword, verifyPassword } from 'better-auth/crypto'
import type { By } from '@/lib/audit/commands'
import { queueMessage } from '@/lib/messages/commands'
import { db, type Transaction } from '@/lib/platform/db'
import { mayLogIn } from '@/lib/platform/organiser-access'
import { readPersonalToken } from '@/lib/platform/personal-token'
import { createLimit, ipKey } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { auditOrganiser, endLogins } from './held'
import { tellAccountChanged } from './news'
import { linkEnd, newPasswordHours } from './rules'
import type { ChangePasswordInput } from './schema'

const hourSeconds = 60 * 60
const asked = { perAddress: 3, perIp: 20 } as const
const wrongTries = { points: 5, seconds: 15 * 60 } as const

/** Keeps the hash of a password as better-auth reads it: its provider is 'credential', its own id that of the organiser. */
export async function setPassword(tx: Transaction, userId: string, hash: string, now: Date): Promise<void> {
  const credential = { userId, providerId: 'credential' }
  const { count } = await tx.account.updateMany({ where: credential, data: { password: hash, updatedAt: now } })
  if (count > 0) return
  const stamps = { createdAt: now, updatedAt: now }
  await tx.account.create({ data: { id: randomUUID(), accountId: userId, ...credential, password: hash, ...stamps } })
}

/**
 * Another password, when `current` is the one that holds: every other login than `loginId` ends, and the organiser hears it
 * by mail. After five wrong tries in 15 minutes it is 'wait'.
 */
export async function changePassword(
  { current, password, loginId }: ChangePasswordInput & { loginId: string },
  { now, organiserId }: By,
): Promise<Result<null, 'wrong-password' | 'wait'>> {
  const right = await checkPassword(organiserId, current)
  if (!right.ok) return right
  const hash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    await setPassword(tx, organiserId, hash, now)
    await endLogins(tx, organiserId, { except: loginId })
    await tx.organiser.update({
      where: { id: organiserId },
      data: { linkVersion: { increment: 1 }, linkExpiresAt: null },
    })
    await auditOrganiser(tx, 'organiser.password-changed', { now, organiserId })
    await tellAccountChanged(tx, organiserId, 'password', now)
    return { ok: true, value: null }
  })
}

/** Whether this is the password of the organiser; asked before what a borrowed screen may not do. Counts wrong tries. */
export async function checkPassword(
  organiserId: string,
  password: string,
): Promise<Result<null, 'wrong-password' | 'wait'>> {
  const limit = createLimit({ name: 'own-password', ...wrongTries })
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
export async function askNewPassword(
  { email, ip }: { email: string; ip: string },
  { now }: { now: Date },
): Promise<Result<null, 'wait'>> {
  const perIp = createLimit({ name: 'new-password-ip', points: asked.perIp, seconds: hourSeconds })
  const perAddress = createLimit({ name: 'new-password-address', points: asked.perAddress, seconds: hourSeconds })
  if (!(await perIp.consume(ipKey(ip))) || !(await perAddress.consume(email))) return { ok: false, reason: 'wait' }
  await db().$transaction(async (tx) => {
    const linkExpiresAt = linkEnd(now, newPasswordHours)
    const [organiser] = await tx.organiser.updateManyAndReturn({
      where: { email, ...mayLogIn },
      data: { linkVersion: { increment: 1 }, linkExpiresAt },
      select: { id: true, linkVersion: true },
    })
    if (!organiser) return
    const { id, linkVersion } = organiser
    await auditOrganiser(tx, 'organiser.new-password-asked', { now, organiserId: id })
    await queueMessage(tx, {
      kind: 'password-reset',
      dedupeKey: `password-reset:${id}:${linkVersion}`,
      registrationId: null,
      organiserId: id,
      details: { linkVersion, linkExpiresAt: linkExpiresAt.toISOString() },
      dueAt: now,
      expiresAt: linkExpiresAt,
      now,
    })
  })
  return { ok: true, value: null }
}

/** Sets the password of whose link this is, once: every login ends. Refuses a link that is not ours, too old or used. */
export async function chooseNewPassword(
  { token, password }: { token: string; password: string },
  { now }: { now: Date },
): Promise<Result<null, 'dead-link'>> {
  const owner = readPersonalToken('new-password', token)
  if (!owner) return { ok: false, reason: 'dead-link' }
  const hash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    const { count } = await tx.organiser.updateMany({
      where: { ...owner, ...mayLogIn, linkExpiresAt: { gt: now } },
      data: { linkVersion: { increment: 1 }, linkExpiresAt: null },
    })
    if (count === 0) return { ok: false, reason: 'dead-link' }
    await setPassword(tx, owner.id, hash, now)
    await endLogins(tx, owner.id)
    await auditOrganiser(tx, 'organiser.new-password-chosen', { now, organiserId: owner.id })
    await tellAccountChanged(tx, owner.id, 'password', now)
    return { ok: true, value: null }
  })
}
