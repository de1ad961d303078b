import { hashPassword } from 'better-auth/crypto'
import type { Actor } from '@/lib/audit/commands'
import { db } from '@/lib/db/client'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { linkOwnerFilter, mailAccountLink, revokedLink } from './account-links'
import { recordOrganiserChange } from './account-notifications'
import { forgetAttempts } from './attempts'
import { endLogins, hasPassword, setPassword, verifyPassword } from './auth'
import type { ChangePasswordInput } from './schema'

const hourSeconds = 60 * 60
const resetRequestLimit = () => createRateLimit({ name: 'new-password-address', points: 3, seconds: hourSeconds })

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
  const { email } = await db().$transaction(async (tx) => {
    await setPassword(tx, organiserId, passwordHash, now)
    await endLogins(tx, organiserId, { except: loginId })
    await recordOrganiserChange(tx, 'passwordChanged', actor)
    return await tx.organiser.update({ where: { id: organiserId }, data: revokedLink, select: { email: true } })
  })
  await forgetAttempts({ id: organiserId, email })
  return ok(null)
}

/**
 * Checks the password of a logged-in organiser before a sensitive change, because somebody else may use an unattended
 * screen. Succeeds for an organiser who logs in with Microsoft and has no password. Refuses with `wait` after five wrong
 * passwords in 15 minutes.
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
 * Mails a password reset link if an organiser with this address may log in. Former links keep working, because a stranger
 * can request a new one. Also succeeds if there is no organiser, so that the result does not reveal addresses. Refuses with
 * `wait` after three requests per e-mail address or twenty per IP address in an hour.
 */
export async function requestPasswordReset(
  { email, ip }: { email: string; ip: string },
  { now }: { now: Date },
): Promise<Result<null, 'wait'>> {
  const perIp = createRateLimit({ name: 'new-password-ip', points: 20, seconds: hourSeconds })
  if (!(await perIp.consume(rateLimitKeyForIp(ip))) || !(await resetRequestLimit().consume(email)))
    return refuse('wait')
  await db().$transaction(async (tx) => {
    const organiserId = await mailAccountLink(tx, 'passwordReset', { email }, { now })
    if (organiserId) await recordOrganiserChange(tx, 'passwordResetRequested', { now, organiserId })
  })
  return ok(null)
}

/**
 * Sets a password by a reset link, ends every login and revokes every reset link of the organiser. Returns the organiser's
 * id. Resets the counts of wrong passwords, wrong codes and requested reset links, which a stranger may have caused.
 * Refuses with `dead-link` if the link is forged, expired or used.
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  { now }: { now: Date },
): Promise<Result<{ id: string }, 'dead-link'>> {
  const where = linkOwnerFilter('passwordReset', token, now)
  if (!where) return refuse('dead-link')
  const passwordHash = await hashPassword(password)
  const owner = await db().$transaction(async (tx) => {
    const [found] = await tx.organiser.updateManyAndReturn({
      where,
      data: revokedLink,
      select: { id: true, email: true },
    })
    if (!found) return null
    await setPassword(tx, found.id, passwordHash, now)
    await endLogins(tx, found.id)
    await recordOrganiserChange(tx, 'passwordReset', { now, organiserId: found.id })
    return found
  })
  if (!owner) return refuse('dead-link')
  await forgetAttempts(owner)
  await resetRequestLimit().reset(owner.email)
  return ok({ id: owner.id })
}
