import { hashPassword } from 'better-auth/crypto'
import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { linkOwnerFilter, mailAccountLink, revokedLink } from './account-links'
import { recordOrganiserChange } from './account-notifications'
import { endLogins, hasPassword, setPassword, verifyPassword } from './auth'
import type { ChangePasswordInput } from './schema'

const hourSeconds = 60 * 60

type PasswordCheck = Result<null, 'wrong-password' | 'wait'>

/**
 * Changes the password of the actor, ends every login but `loginId`, and mails the actor. Refuses with `wrong-password` if
 * `current` is wrong, and with `wait` after five wrong passwords in 15 minutes.
 */
export async function changePassword(
  { current, password, loginId }: ChangePasswordInput & { loginId: string },
  actor: Actor,
): Promise<PasswordCheck> {
  const { now, organiserId } = actor
  const passwordCheck = await checkPassword(organiserId, current)
  if (!passwordCheck.ok) return passwordCheck
  const passwordHash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    await setPassword(tx, organiserId, passwordHash, now)
    await endLogins(tx, organiserId, { except: loginId })
    await tx.organiser.update({ where: { id: organiserId }, data: revokedLink })
    await recordOrganiserChange(tx, 'passwordChanged', actor)
    return ok(null)
  })
}

/**
 * Checks the password again before a change that an unattended screen must not allow. Succeeds for an organiser who logs in
 * with Microsoft and has no password. Refuses with `wait` after five wrong passwords in 15 minutes.
 */
export async function confirmPassword(organiserId: string, password: string): Promise<PasswordCheck> {
  return (await hasPassword(organiserId)) ? await checkPassword(organiserId, password) : ok(null)
}

async function checkPassword(organiserId: string, password: string): Promise<PasswordCheck> {
  const limit = createRateLimit({ name: 'own-password', points: 5, seconds: 15 * 60 })
  if (!(await limit.consume(organiserId))) return refuse('wait')
  if (!(await verifyPassword(organiserId, password))) return refuse('wrong-password')
  await limit.reset(organiserId)
  return ok(null)
}

/**
 * Mails a password reset link if an organiser with this address may log in. Also succeeds if there is none, so that the
 * answer does not reveal addresses. Refuses with `wait` after three requests per address or twenty per IP address in an hour.
 */
export async function requestPasswordReset(
  { email, ip }: { email: string; ip: string },
  { now }: { now: Date },
): Promise<Result<null, 'wait'>> {
  const perIp = createRateLimit({ name: 'new-password-ip', points: 20, seconds: hourSeconds })
  const perAddress = createRateLimit({ name: 'new-password-address', points: 3, seconds: hourSeconds })
  if (!(await perIp.consume(rateLimitKeyForIp(ip))) || !(await perAddress.consume(email))) return refuse('wait')
  await db().$transaction(async (tx) => {
    const organiserId = await mailAccountLink(tx, 'passwordReset', { email }, { now })
    if (organiserId) await recordOrganiserChange(tx, 'passwordResetRequested', { now, organiserId })
  })
  return ok(null)
}

/** Sets a password by a reset link and ends every login. Refuses with `dead-link` if the link is forged, expired or used. */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  { now }: { now: Date },
): Promise<Result<null, 'dead-link'>> {
  const where = linkOwnerFilter('passwordReset', token, now)
  if (!where) return refuse('dead-link')
  const passwordHash = await hashPassword(password)
  return await db().$transaction(async (tx) => {
    const { count } = await tx.organiser.updateMany({ where, data: revokedLink })
    if (count === 0) return refuse('dead-link')
    const organiserId = where.id
    await setPassword(tx, organiserId, passwordHash, now)
    await endLogins(tx, organiserId)
    await recordOrganiserChange(tx, 'passwordReset', { now, organiserId })
    return ok(null)
  })
}
