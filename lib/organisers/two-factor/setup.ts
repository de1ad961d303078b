import { isAPIError } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { siteUrl } from '@/lib/platform/env'
import type { Result } from '@/lib/platform/result'
import { notifyAccountChanged } from '../account-notifications'
import { auth, authInTransaction } from '../auth'
import { auditOrganiserChange, endLogins } from '../locks'
import { parseLoginCookies } from '../login-cookies'
import { checkPassword } from '../password'
import { hasPassword } from '../queries'

/** `headers` are those of the request of who is logged in. Without a password of their own (Microsoft) none is asked. */
type PasswordConfirmation = { password: string; headers: Headers }
/** Of the login with which it is asked: that one stays. */
type CurrentLogin = { loginId: string }

/** Makes a key for the app; nothing changes yet for logging in. A key of before that was not confirmed is dead. */
export async function beginTwoFactorSetup(
  { password, headers }: PasswordConfirmation,
  { organiserId }: Actor,
): Promise<Result<null, 'wrong-password' | 'wait' | 'already-on'>> {
  const passwordCheck = await confirmPassword(organiserId, password)
  if (!passwordCheck.ok) return passwordCheck
  const enabledCount = await db().organiser.count({ where: { id: organiserId, twoFactorEnabled: true } })
  if (enabledCount) return { ok: false, reason: 'already-on' }
  await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
  return { ok: true, value: null }
}

/** What the app is to be given, as an otpauth address, while it is not confirmed; null when there is nothing to confirm. */
export async function getPendingTotpKey(
  organiserId: string,
  email: string,
): Promise<{ uri: string; key: string } | null> {
  const pending = await db().twoFactor.findFirst({ where: { userId: organiserId, verified: false } })
  if (!pending) return null
  const { secretConfig } = await auth().$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: pending.secret })
  const key = base32(Buffer.from(secret))
  // Whoever works with two of these sites sees in the app which is which.
  const issuer = encodeURIComponent(`Aanschuif ${new URL(siteUrl()).hostname}`)
  return { uri: `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${key}&issuer=${issuer}`, key }
}

/** Switches it on with a first code of the app; gives the recovery codes, once. Every other login ends. */
export async function confirmTwoFactorSetup(
  { code, headers, loginId }: CurrentLogin & { code: string; headers: Headers },
  { now, organiserId }: Actor,
): Promise<Result<string[], 'wrong-code'>> {
  return await db().$transaction(async (tx) => {
    const { api } = authInTransaction(tx)
    const { token } = await tx.login.findUniqueOrThrow({ where: { id: loginId } })
    if (!(await tx.twoFactor.count({ where: { userId: organiserId, verified: false } }))) return wrongCode
    const response = await api.verifyTOTP({ body: { code }, headers, returnHeaders: true }).catch(nullIfRefused)
    if (!response) return wrongCode
    const keptLoginId = await restoreLoginToken(tx, token, response.headers)
    await endLogins(tx, organiserId, { except: keptLoginId })
    await auditOrganiserChange(tx, 'twoFactorEnabled', { now, organiserId })
    await notifyAccountChanged(tx, organiserId, 'two-step-on', now)
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: organiserId } })
    return { ok: true, value: backupCodes }
  })
}

const wrongCode = { ok: false, reason: 'wrong-code' } as const

/** New recovery codes, shown once; those of before are dead. */
export async function renewRecoveryCodes(
  { password, headers }: PasswordConfirmation,
  { now, organiserId }: Actor,
): Promise<Result<string[], 'wrong-password' | 'wait' | 'not-on'>> {
  const passwordCheck = await confirmPassword(organiserId, password)
  if (!passwordCheck.ok) return passwordCheck
  return await db().$transaction(async (tx) => {
    const response = await authInTransaction(tx)
      .api.generateBackupCodes({ body: { password }, headers })
      .catch(nullIfRefused)
    if (!response) return { ok: false, reason: 'not-on' }
    await auditOrganiserChange(tx, 'recoveryCodesRenewed', { now, organiserId })
    return { ok: true, value: response.backupCodes }
  })
}

/** Logging in asks for the password only again. */
export async function disableTwoFactor(
  { password, headers, loginId }: CurrentLogin & PasswordConfirmation,
  { now, organiserId }: Actor,
): Promise<Result<null, 'wrong-password' | 'wait' | 'not-on'>> {
  const passwordCheck = await confirmPassword(organiserId, password)
  if (!passwordCheck.ok) return passwordCheck
  return await db().$transaction(async (tx) => {
    if (!(await tx.organiser.count({ where: { id: organiserId, twoFactorEnabled: true } }))) {
      return { ok: false, reason: 'not-on' }
    }
    const { token } = await tx.login.findUniqueOrThrow({ where: { id: loginId } })
    const response = await authInTransaction(tx).api.disableTwoFactor({
      body: { password },
      headers,
      returnHeaders: true,
    })
    await restoreLoginToken(tx, token, response.headers)
    await auditOrganiserChange(tx, 'twoFactorDisabled', { now, organiserId })
    await notifyAccountChanged(tx, organiserId, 'two-step-off', now)
    return { ok: true, value: null }
  })
}

/**
 * The plugin puts another login in place of the one with which it is asked, which the page that is being answered does not
 * have yet. So the new one takes the old name. Gives its id.
 */
async function restoreLoginToken(tx: Transaction, token: string, responseHeaders: Headers): Promise<string> {
  const cookie = parseLoginCookies(responseHeaders).find(({ name }) => name.endsWith('.session_token'))
  const newToken = (cookie?.value ?? '').split('.')[0] ?? ''
  return (await tx.login.update({ where: { token: newToken }, data: { token }, select: { id: true } })).id
}

async function confirmPassword(organiserId: string, password: string) {
  return (await hasPassword(organiserId)) ? checkPassword(organiserId, password) : ({ ok: true, value: null } as const)
}

/** What better-auth refuses; anything else is a surprise. */
function nullIfRefused(error: unknown): null {
  if (isAPIError(error) && error.statusCode < 500) return null
  throw error
}

/** RFC 4648, 6, without padding: what apps take. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
