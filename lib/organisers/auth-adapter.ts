import { randomUUID } from 'node:crypto'
import { isAPIError } from 'better-auth/api'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { hashPassword, symmetricDecrypt, verifyPassword as verifyHash } from 'better-auth/crypto'
import { db, type Transaction } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { auth, authInTransaction } from './auth'

// The only file that knows cookie names, token formats, table rows and error codes of better-auth. Upgrades of the library
// are checked by tests/integration/organisers/auth-adapter.test.ts.

export { hashPassword }

/** A cookie to set, or to delete if `maxAge` is 0. */
export type LoginCookie = { name: string; value: string } & ReturnType<typeof toCookieOptions>

function parseLoginCookies(headers: Headers): LoginCookie[] {
  const cookies = parseSetCookieHeader(headers.getSetCookie().join(', '))
  return [...cookies].map(([name, cookie]) => ({ name, value: cookie.value, ...toCookieOptions(cookie) }))
}

/** Reads the login behind the cookies of a request. Returns `null` if there is none or it expired. */
export async function getLogin(headers: Headers) {
  const login = await auth().api.getSession({ headers })
  return login && { id: login.session.id, organiser: login.user }
}

/** Signs in. With `needsCode` the cookies start a challenge. Returns `null` for wrong credentials or ended access. */
export async function signInWithPassword(
  email: string,
  password: string,
): Promise<{ needsCode: boolean; cookies: LoginCookie[] } | null> {
  try {
    const { headers, response } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true })
    return { needsCode: 'twoFactorRedirect' in response, cookies: parseLoginCookies(headers) }
  } catch (error) {
    if (isAPIError(error) && (error.statusCode === 400 || error.statusCode === 401)) return null
    throw error
  }
}

/** Deletes the login behind these request headers. Returns the cookies to delete. */
export async function signOut(requestHeaders: Headers): Promise<LoginCookie[]> {
  const { headers } = await auth().api.signOut({ headers: requestHeaders, returnHeaders: true })
  return parseLoginCookies(headers)
}

/** Deletes every login of an organiser but `except`, and every challenge that waits for a code. */
export async function endLogins(tx: Transaction, userId: string, { except }: { except?: string } = {}): Promise<void> {
  await tx.login.deleteMany({ where: { userId, ...(except && { id: { not: except } }) } })
  await tx.verification.deleteMany({ where: { value: userId } })
}

const credentialOf = (userId: string) => ({ userId, providerId: 'credential' })

/** Stores the hash of a password as better-auth reads it. */
export async function setPassword(tx: Transaction, userId: string, hash: string, now: Date): Promise<void> {
  const credential = credentialOf(userId)
  const { count } = await tx.account.updateMany({ where: credential, data: { password: hash, updatedAt: now } })
  if (count > 0) return
  await tx.account.create({
    data: { id: randomUUID(), accountId: userId, ...credential, password: hash, createdAt: now, updatedAt: now },
  })
}

/** Reads the password hash of an organiser. Returns `null` for an organiser who only logs in with Microsoft. */
export async function findPasswordHash(userId: string): Promise<string | null> {
  const account = await db().account.findFirst({ where: credentialOf(userId), select: { password: true } })
  return account?.password ?? null
}

/** True if this is the password of the organiser. */
export async function verifyPassword(userId: string, password: string): Promise<boolean> {
  const hash = await findPasswordHash(userId)
  return hash !== null && (await verifyHash({ hash, password }))
}

/** Finds the organiser who gave the right password in this browser and still owes a code. Returns `null` if there is none. */
export async function findChallengedOrganiser(headers: Headers): Promise<string | null> {
  const identifier = readSignedCookie(headers.get('cookie') ?? '', 'two_factor')
  if (!identifier?.startsWith('2fa-')) return null
  const [challenge] = await db().$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "Verification" WHERE "identifier" = ${identifier} AND "expiresAt" > now()`
  return challenge?.value ?? null
}

/** Value of a signed cookie without its signature, which better-auth verifies. The name has a prefix that depends on https. */
function readSignedCookie(cookieHeader: string, name: string): string | null {
  for (const part of cookieHeader.split(/;\s*/)) {
    const [key, ...rest] = part.split('=')
    if (key?.endsWith(`.${name}`)) return stripSignature(rest.join('='))
  }
  return null
}

function stripSignature(value: string): string | null {
  try {
    const decoded = decodeURIComponent(value)
    return decoded.slice(0, decoded.lastIndexOf('.')) || null
  } catch {
    return null
  }
}

/** Completes a challenge with a code of the app or a recovery code. Refuses with `start-again` if the challenge is over. */
export async function signInWithCode(
  code: string,
  headers: Headers,
): Promise<Result<LoginCookie[], 'wrong' | 'start-again'>> {
  try {
    const { api } = auth()
    const response = /^\d{6}$/.test(code)
      ? await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : await api.verifyBackupCode({ body: { code: normalizeRecoveryCode(code) }, headers, returnHeaders: true })
    return ok(parseLoginCookies(response.headers))
  } catch (error) {
    if (!isAPIError(error)) throw error
    // The second code: access ended meanwhile, so our hook refused the login.
    const isChallengeOver = ['INVALID_TWO_FACTOR_COOKIE', 'FAILED_TO_CREATE_SESSION'].includes(error.body?.code ?? '')
    if (isChallengeOver || error.statusCode === 400) return refuse('start-again')
    if (error.statusCode >= 500) throw error
    return refuse('wrong')
  }
}

/** Restores the notation in which recovery codes are generated. */
function normalizeRecoveryCode(typed: string): string {
  const characters = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${characters.slice(0, 5)}-${characters.slice(5)}`
}

/** Creates a TOTP key that is not confirmed yet. It replaces an earlier unconfirmed key. */
export async function createTotpKey(password: string, headers: Headers): Promise<void> {
  await auth().api.enableTwoFactor({ body: { password, method: 'totp' }, headers })
}

/** Reads the unconfirmed TOTP key of an organiser. Returns `null` if there is none. */
export async function readPendingTotpKey(userId: string): Promise<string | null> {
  const pending = await db().twoFactor.findFirst({ where: { userId, verified: false } })
  if (!pending) return null
  const { secretConfig } = await auth().$context
  return await symmetricDecrypt({ key: secretConfig, data: pending.secret })
}

/** Confirms the pending TOTP key. Returns the login that replaces `loginId`, and recovery codes; `null` for a wrong code. */
export async function confirmTotpKey(
  tx: Transaction,
  { userId, loginId, code, headers }: { userId: string; loginId: string; code: string; headers: Headers },
): Promise<{ loginId: string; recoveryCodes: string[] } | null> {
  const { api } = authInTransaction(tx)
  if (!(await tx.twoFactor.count({ where: { userId, verified: false } }))) return null
  const newLoginId = await keepLoginToken(tx, loginId, () =>
    api.verifyTOTP({ body: { code }, headers, returnHeaders: true }).catch(nullIfRefused),
  )
  if (!newLoginId) return null
  const { backupCodes } = await api.viewBackupCodes({ body: { userId } })
  return { loginId: newLoginId, recoveryCodes: backupCodes }
}

/** Replaces the recovery codes and returns the new ones. Returns `null` if two-factor login is off. */
export async function replaceRecoveryCodes(
  tx: Transaction,
  { password, headers }: { password: string; headers: Headers },
): Promise<string[] | null> {
  const response = await authInTransaction(tx)
    .api.generateBackupCodes({ body: { password }, headers })
    .catch(nullIfRefused)
  return response?.backupCodes ?? null
}

/** Switches two-factor login off. `loginId` stays logged in. */
export async function removeTwoFactor(
  tx: Transaction,
  { loginId, password, headers }: { loginId: string; password: string; headers: Headers },
): Promise<void> {
  await keepLoginToken(tx, loginId, () =>
    authInTransaction(tx).api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
}

/**
 * The plugin replaces the login of the request by a new one, whose cookie the page being rendered does not have yet. So the
 * new login gets the old token. Returns the id of the new login, or `null` if the call was refused.
 */
async function keepLoginToken(
  tx: Transaction,
  loginId: string,
  call: () => Promise<{ headers: Headers } | null>,
): Promise<string | null> {
  const { token } = await tx.login.findUniqueOrThrow({ where: { id: loginId } })
  const response = await call()
  if (!response) return null
  const cookie = parseLoginCookies(response.headers).find(({ name }) => name.endsWith('.session_token'))
  const newToken = (cookie?.value ?? '').split('.')[0] ?? ''
  return (await tx.login.update({ where: { token: newToken }, data: { token }, select: { id: true } })).id
}

function nullIfRefused(error: unknown): null {
  if (isAPIError(error) && error.statusCode < 500) return null
  throw error
}

type Redirect = { url: string; cookies: LoginCookie[] }

/** Starts a login at Microsoft. The cookies tie the return to this browser. Returns `null` if there is no address to go to. */
export async function startMicrosoftSignIn(callbackURL: string, errorCallbackURL: string): Promise<Redirect | null> {
  const { headers, response } = await auth().api.signInSocial({
    body: { provider: 'microsoft', callbackURL, errorCallbackURL, disableRedirect: true },
    returnHeaders: true,
  })
  return response.url ? { url: response.url, cookies: parseLoginCookies(headers) } : null
}

/** Handles the return from Microsoft. better-auth throws its redirects. Returns `null` if it does not redirect. */
export async function finishMicrosoftSignIn(request: {
  query: Record<string, string>
  headers: Headers
}): Promise<Redirect | null> {
  try {
    await auth().api.callbackOAuth({ method: 'GET', params: { id: 'microsoft' }, ...request })
    return null
  } catch (thrown) {
    if (!isAPIError(thrown)) throw thrown
    const headers = new Headers(thrown.headers)
    const url = headers.get('location')
    if (!url) throw thrown
    return { url, cookies: parseLoginCookies(headers) }
  }
}
