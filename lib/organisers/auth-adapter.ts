import { randomUUID } from 'node:crypto'
import { isAPIError } from 'better-auth/api'
import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { verifyPassword as verifyHash } from 'better-auth/crypto'
import { db, type Transaction } from '@/lib/db/client'
import { auth } from './auth'

// This file, login.ts, two-factor/ and microsoft/ rely on cookie names, table rows and error codes of better-auth. Upgrades of
// the library are checked by tests/integration/organisers/auth-adapter.test.ts.

/** A cookie to set, or to delete if `maxAge` is 0. */
export type LoginCookie = { name: string; value: string } & ReturnType<typeof toCookieOptions>

/** Reads the cookies of a response of better-auth. */
export function parseLoginCookies(headers: Headers): LoginCookie[] {
  const cookies = parseSetCookieHeader(headers.getSetCookie().join(', '))
  return [...cookies].map(([name, cookie]) => ({ name, value: cookie.value, ...toCookieOptions(cookie) }))
}

/** Reads the login behind the cookies of a request. Returns `null` if there is none or it expired. */
export async function getLogin(headers: Headers) {
  const login = await auth().api.getSession({ headers })
  return login && { id: login.session.id, organiser: login.user }
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

/** False for an organiser who only logs in with Microsoft. */
export const hasPassword = async (userId: string) => (await findPasswordHash(userId)) !== null

/** True if this is the password of the organiser. */
export async function verifyPassword(userId: string, password: string): Promise<boolean> {
  const hash = await findPasswordHash(userId)
  return hash !== null && (await verifyHash({ hash, password }))
}

async function findPasswordHash(userId: string): Promise<string | null> {
  const account = await db().account.findFirst({ where: credentialOf(userId), select: { password: true } })
  return account?.password ?? null
}

/** For `catch`: returns `null` for a refusal of better-auth, and throws anything else. */
export function nullIfRefused(error: unknown): null {
  if (isAPIError(error) && error.statusCode < 500) return null
  throw error
}
