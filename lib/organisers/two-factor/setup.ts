import encodeQR from 'qr'
import type { Actor } from '@/lib/audit/commands'
import { db, type Transaction } from '@/lib/db/client'
import { siteUrl } from '@/lib/platform/env'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { recordOrganiserChange } from '../account-notifications'
import { auth, authInTransaction, endLogins, nullIfRefused, readTotpKey } from '../auth'
import { confirmPassword } from '../password'
import { type ClockRefusal, clockRefusal } from './totp'

/** Creates a TOTP key, which replaces an unconfirmed one. Two-factor login stays off until `confirmTwoFactorSetup`. */
export async function beginTwoFactorSetup(
  { password, headers }: { password: string; headers: Headers },
  { organiserId: id }: Actor,
): Promise<Result<null, 'wrong-password' | 'wait' | 'already-on'>> {
  const passwordCheck = await confirmPassword(id, password)
  if (!passwordCheck.ok) return passwordCheck
  if ((await db().organiser.count({ where: { id, twoFactorEnabled: true } })) > 0) return refuse('already-on')
  await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
  return ok(null)
}

/** Returns the unconfirmed TOTP key as base32, otpauth URI and QR code, or `null` if there is none. */
export async function getPendingTotpKey(userId: string, email: string) {
  const pendingKey = await readTotpKey(userId, { verified: false })
  if (!pendingKey) return null
  const key = base32(Buffer.from(pendingKey))
  // The host name tells two installations apart in the app.
  const issuer = encodeURIComponent(`Aanschuif ${new URL(siteUrl()).hostname}`)
  const uri = `otpauth://totp/${issuer}:${encodeURIComponent(email)}?secret=${key}&issuer=${issuer}`
  return { key, uri, qr: renderQrCode(uri) }
}

/**
 * Switches two-factor login on if `code` is right, and ends every login but `loginId`. Returns the recovery codes. Refuses
 * with `already-on` when two-factor login is on, for instance after a double submit. Refuses with `clock` if the code would be
 * right at another time.
 */
export async function confirmTwoFactorSetup(
  { code, headers, loginId }: { code: string; headers: Headers; loginId: string },
  actor: Actor,
): Promise<Result<string[], 'wrong-code' | 'already-on'> | ClockRefusal> {
  const id = actor.organiserId
  const key = await readTotpKey(id, { verified: false })
  return await db().$transaction(async (tx) => {
    const { api } = authInTransaction(tx)
    // Switched on before the check of the code. Otherwise the plugin replaces the login, but the browser keeps its cookie.
    if (!(await switchTwoFactor(tx, id, true))) return refuse('already-on')
    if (!(await api.verifyTOTP({ body: { code }, headers }).catch(nullIfRefused))) {
      await switchTwoFactor(tx, id, false)
      return (key && clockRefusal(key, code, actor.now)) || refuse('wrong-code')
    }
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: id } })
    await endLogins(tx, id, { except: loginId })
    await recordOrganiserChange(tx, 'twoFactorEnabled', actor)
    return ok(backupCodes)
  })
}

/** Replaces the recovery codes of the actor and returns the new ones. Refuses with `not-on` if two-factor login is off. */
export async function renewRecoveryCodes(
  { password, headers }: { password: string; headers: Headers },
  actor: Actor,
): Promise<Result<string[], 'wrong-password' | 'wait' | 'not-on'>> {
  const passwordCheck = await confirmPassword(actor.organiserId, password)
  if (!passwordCheck.ok) return passwordCheck
  return await db().$transaction(async (tx) => {
    const { api } = authInTransaction(tx)
    const renewed = await api.generateBackupCodes({ body: { password }, headers }).catch(nullIfRefused)
    if (!renewed) return refuse('not-on')
    await recordOrganiserChange(tx, 'recoveryCodesRenewed', actor)
    return ok(renewed.backupCodes)
  })
}

/** Switches two-factor login off for the actor, and mails the actor. Refuses with `not-on` if it is off already. */
export async function disableTwoFactor(
  password: string,
  actor: Actor,
): Promise<Result<null, 'wrong-password' | 'wait' | 'not-on'>> {
  const passwordCheck = await confirmPassword(actor.organiserId, password)
  if (!passwordCheck.ok) return passwordCheck
  return await db().$transaction(async (tx) => {
    if (!(await removeTwoFactor(tx, actor.organiserId))) return refuse('not-on')
    await recordOrganiserChange(tx, 'twoFactorDisabled', actor)
    return ok(null)
  })
}

/** Switches two-factor login off, and deletes the organiser's key and recovery codes. Returns `false` if it was off. */
export async function removeTwoFactor(tx: Transaction, id: string): Promise<boolean> {
  const isRemoved = await switchTwoFactor(tx, id, false)
  if (isRemoved) await tx.twoFactor.deleteMany({ where: { userId: id } })
  return isRemoved
}

/** Switches two-factor login on or off, and locks the organiser row until commit. Returns `false` if nothing changed. */
async function switchTwoFactor(tx: Transaction, id: string, twoFactorEnabled: boolean): Promise<boolean> {
  const where = { id, twoFactorEnabled: !twoFactorEnabled }
  return (await tx.organiser.updateMany({ where, data: { twoFactorEnabled } })).count > 0
}

/** Encodes in base32 (RFC 4648, section 6) without padding, as authenticator apps expect. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}

/** Width of the white border of a QR code, in modules (its smallest squares). ISO/IEC 18004 requires it. */
const quietZoneModules = 4

/** Renders a QR code as one SVG path. `size` is its width and height in path units, with the border. */
function renderQrCode(text: string): { size: number; path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: quietZoneModules })
  const squares = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return { size: rows.length, path: squares.join('') }
}
