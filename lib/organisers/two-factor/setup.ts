import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { siteUrl } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auditAndNotify } from '../account-notifications'
import {
  confirmTotpKey,
  createTotpKey,
  endLogins,
  readPendingTotpKey,
  removeTwoFactor,
  replaceRecoveryCodes,
} from '../auth-adapter'
import { auditOrganiserChange } from '../locks'
import { confirmPassword } from '../password'

/** `headers` are those of the request of the organiser. */
type PasswordConfirmation = { password: string; headers: Headers }
/** `loginId` is the login of the request, which stays logged in. */
type CurrentLogin = { loginId: string; headers: Headers }

const isEnabled = async (client: Transaction, id: string) =>
  (await client.organiser.count({ where: { id, twoFactorEnabled: true } })) > 0

/** Creates a key for the app. Logging in stays the same until it is confirmed. */
export async function beginTwoFactorSetup(
  { password, headers }: PasswordConfirmation,
  { organiserId }: Actor,
): Promise<Result<null, 'wrong-password' | 'wait' | 'already-on'>> {
  const passwordCheck = await confirmPassword(organiserId, password)
  if (!passwordCheck.ok) return passwordCheck
  if (await isEnabled(db(), organiserId)) return refuse('already-on')
  await createTotpKey(password, headers)
  return ok(null)
}

/** The unconfirmed key for the app, also as an otpauth URI. Returns `null` if there is none. */
export async function getPendingTotpKey(
  organiserId: string,
  email: string,
): Promise<{ uri: string; key: string } | null> {
  const secret = await readPendingTotpKey(organiserId)
  if (secret === null) return null
  const key = base32(Buffer.from(secret))
  // The host name tells two installations apart in the app.
  const issuer = encodeURIComponent(`Aanschuif ${new URL(siteUrl()).hostname}`)
  return { uri: `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${key}&issuer=${issuer}`, key }
}

/** Switches two-factor login on with a first code, and ends every other login. Returns the recovery codes, shown once. */
export async function confirmTwoFactorSetup(
  { code, headers, loginId }: CurrentLogin & { code: string },
  actor: Actor,
): Promise<Result<string[], 'wrong-code'>> {
  const userId = actor.organiserId
  return await db().$transaction(async (tx) => {
    const confirmed = await confirmTotpKey(tx, { userId, loginId, code, headers })
    if (!confirmed) return refuse('wrong-code')
    await endLogins(tx, userId, { except: confirmed.loginId })
    await auditAndNotify(tx, { action: 'twoFactorEnabled', change: 'two-step-on' }, actor)
    return ok(confirmed.recoveryCodes)
  })
}

/** Replaces the recovery codes. Returns the new ones, shown once. */
export async function renewRecoveryCodes(
  confirmation: PasswordConfirmation,
  actor: Actor,
): Promise<Result<string[], 'wrong-password' | 'wait' | 'not-on'>> {
  const passwordCheck = await confirmPassword(actor.organiserId, confirmation.password)
  if (!passwordCheck.ok) return passwordCheck
  return await db().$transaction(async (tx) => {
    const recoveryCodes = await replaceRecoveryCodes(tx, confirmation)
    if (!recoveryCodes) return refuse('not-on')
    await auditOrganiserChange(tx, 'recoveryCodesRenewed', actor)
    return ok(recoveryCodes)
  })
}

/** Switches two-factor login off and mails the organiser. */
export async function disableTwoFactor(
  request: CurrentLogin & PasswordConfirmation,
  actor: Actor,
): Promise<Result<null, 'wrong-password' | 'wait' | 'not-on'>> {
  const passwordCheck = await confirmPassword(actor.organiserId, request.password)
  if (!passwordCheck.ok) return passwordCheck
  return await db().$transaction(async (tx) => {
    if (!(await isEnabled(tx, actor.organiserId))) return refuse('not-on')
    await removeTwoFactor(tx, request)
    await auditAndNotify(tx, { action: 'twoFactorDisabled', change: 'two-step-off' }, actor)
    return ok(null)
  })
}

/** RFC 4648, section 6, without padding, as authenticator apps expect. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
