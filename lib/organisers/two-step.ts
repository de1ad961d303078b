import { isAPIError } from 'better-auth/api'
import { symmetricDecrypt } from 'better-auth/crypto'
import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { auth, authIn } from './auth'
import { auditOrganiser, type By } from './held'
import { cookiesIn, type LoginCookie } from './login-cookies'
import { tellAccountChanged } from './news'
import { checkPassword } from './password'
import { hasPassword } from './queries'

/** `headers` are those of the request of who is logged in. Without a password of their own (Microsoft) none is asked. */
type Asked = { password: string; headers: Headers }

/** Makes a key for the app; nothing changes yet for logging in. A key of before that was not confirmed is dead. */
export async function beginTwoStep(
  { password, headers }: Asked,
  { organiserId }: By,
): Promise<Result<null, 'wrong-password' | 'wait' | 'already-on'>> {
  const confirmed = await confirm(organiserId, password)
  if (!confirmed.ok) return confirmed
  const on = await db().organiser.count({ where: { id: organiserId, twoFactorEnabled: true } })
  if (on) return { ok: false, reason: 'already-on' }
  await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
  return { ok: true, value: null }
}

/** What the app is to be given, as an otpauth address, while it is not confirmed; null when there is nothing to confirm. */
export async function getPendingKey(organiserId: string, email: string): Promise<{ uri: string; key: string } | null> {
  const pending = await db().twoFactor.findFirst({ where: { userId: organiserId, verified: false } })
  if (!pending) return null
  const { secretConfig, appName } = await auth().$context
  const secret = await symmetricDecrypt({ key: secretConfig, data: pending.secret })
  const key = base32(Buffer.from(secret))
  const issuer = encodeURIComponent(appName)
  const settings = new URLSearchParams({ secret: key, issuer: appName, digits: '6', period: '30' })
  return { uri: `otpauth://totp/${issuer}:${encodeURIComponent(email)}?${settings}`, key }
}

type On = { cookies: LoginCookie[]; codes: string[] }

/** Switches it on with a first code of the app; gives the recovery codes, once. Every other login ends. */
export async function confirmTwoStep(
  { code, headers }: { code: string; headers: Headers },
  { now, organiserId }: By,
): Promise<Result<On, 'wrong-code'>> {
  return await db().$transaction(async (tx) => {
    const { api } = authIn(tx)
    if (!(await tx.twoFactor.count({ where: { userId: organiserId, verified: false } }))) return wrongCode
    const answer = await api.verifyTOTP({ body: { code }, headers, returnHeaders: true }).catch(refusal)
    if (!answer) return wrongCode
    // The plugin made a new login, the last one, and took the old one away.
    const last = await tx.login.findFirstOrThrow({ where: { userId: organiserId }, orderBy: { createdAt: 'desc' } })
    await tx.login.deleteMany({ where: { userId: organiserId, id: { not: last.id } } })
    await auditOrganiser(tx, 'organiser.two-step-on', { now, organiserId })
    await tellAccountChanged(tx, organiserId, 'two-step-on', now)
    const { backupCodes } = await api.viewBackupCodes({ body: { userId: organiserId } })
    return { ok: true, value: { cookies: cookiesIn(answer.headers), codes: backupCodes } }
  })
}

const wrongCode = { ok: false, reason: 'wrong-code' } as const

/** New recovery codes, shown once; those of before are dead. */
export async function renewRecoveryCodes(
  { password, headers }: Asked,
  { now, organiserId }: By,
): Promise<Result<string[], 'wrong-password' | 'wait' | 'not-on'>> {
  const confirmed = await confirm(organiserId, password)
  if (!confirmed.ok) return confirmed
  return await db().$transaction(async (tx) => {
    const answer = await authIn(tx).api.generateBackupCodes({ body: { password }, headers }).catch(refusal)
    if (!answer) return { ok: false, reason: 'not-on' }
    await auditOrganiser(tx, 'organiser.recovery-codes-renewed', { now, organiserId })
    return { ok: true, value: answer.backupCodes }
  })
}

/** Logging in asks for the password only again. */
export async function switchOffTwoStep(
  { password, headers }: Asked,
  { now, organiserId }: By,
): Promise<Result<LoginCookie[], 'wrong-password' | 'wait' | 'not-on'>> {
  const confirmed = await confirm(organiserId, password)
  if (!confirmed.ok) return confirmed
  return await db().$transaction(async (tx) => {
    if (!(await tx.organiser.count({ where: { id: organiserId, twoFactorEnabled: true } }))) {
      return { ok: false, reason: 'not-on' }
    }
    const answer = await authIn(tx).api.disableTwoFactor({ body: { password }, headers, returnHeaders: true })
    await auditOrganiser(tx, 'organiser.two-step-off', { now, organiserId })
    await tellAccountChanged(tx, organiserId, 'two-step-off', now)
    return { ok: true, value: cookiesIn(answer.headers) }
  })
}

async function confirm(organiserId: string, password: string) {
  return (await hasPassword(organiserId)) ? checkPassword(organiserId, password) : ({ ok: true, value: null } as const)
}

/** What better-auth refuses; anything else is a surprise. */
function refusal(error: unknown): null {
  if (isAPIError(error) && error.statusCode < 500) return null
  throw error
}

/** RFC 4648, 6, without padding: what apps take. */
function base32(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const groups = bits.match(/.{1,5}/g) ?? []
  return groups.map((group) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(group.padEnd(5, '0'), 2)]).join('')
}
