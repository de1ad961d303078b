import { randomInt, randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { isAPIError } from 'better-auth/api'
import { parseCookies, parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { symmetricDecrypt, verifyPassword as verifyHash } from 'better-auth/crypto'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { db, type Transaction } from '@/lib/db/client'
import { canLogIn } from '@/lib/db/scopes'
import { cookieName, cookieOptions } from '@/lib/http/cookies'
import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { deriveDigest } from '@/lib/platform/tokens'
import { microsoftProviderOptions } from './microsoft/provider'
import { passwordLength } from './schema'
import { summarizeUserAgent } from './user-agent'

/** Hours without use after which a login ends: more than a working day. */
const idleHours = 12
/** Seconds after which any login ends, even one in use: a week. */
const loginLifetimeSeconds = 7 * 24 * 60 * 60
/** Seconds in which an organiser can enter the two-factor code after the password. */
const challengeLifetimeSeconds = 10 * 60

let instance: ReturnType<typeof createAuth> | undefined

/**
 * Returns the better-auth instance of this process, created on first use, when the settings are known. Only its server
 * functions (`auth().api`) are used: none of its routes is mounted, sign-up is disabled, and rate limits are ours.
 */
export function auth() {
  instance ??= createAuth(db())
  return instance
}

/** Returns a better-auth instance that writes in `tx`, so that its changes and our audit entry are committed together. */
export const authInTransaction = (tx: Transaction) => createAuth(tx)

function createAuth(client: Transaction) {
  return betterAuth({
    appName: 'Aanschuif',
    baseURL: siteUrl(),
    secret: deriveDigest('organiser-login', 'better-auth'),
    database: prismaAdapter(client, { provider: 'postgresql' }),
    user: {
      modelName: 'organiser',
      additionalFields: {
        role: { type: ['admin', 'staff'], required: true, input: false },
        endedAt: { type: 'date', required: false, input: false },
      },
    },
    // Has a fixed end. An unused login ends earlier: see `getLogin`.
    session: { modelName: 'login', expiresIn: loginLifetimeSeconds, deferSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId, userAgent }) => {
            const mayLogIn = (await client.organiser.count({ where: { id: userId, ...canLogIn } })) === 1
            return mayLogIn ? { data: { userAgent: summarizeUserAgent(userAgent ?? '') } } : false
          },
          // With two-factor login, the plugin deletes a login that was created by the password alone.
          after: async ({ userId, createdAt }, context) => {
            const unlessTwoFactorPending = context?.path === '/sign-in/email' && { twoFactorEnabled: false }
            const where = { id: userId, ...unlessTwoFactorPending }
            const { count } = await client.organiser.updateMany({ where, data: { lastLoginAt: createdAt } })
            if (count > 0) logger.info({ organiser: userId }, 'logged in')
          },
        },
      },
      // We only need the identity, so tokens of Microsoft are not stored.
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null, scope: null },
          }),
        },
      },
    },
    account: {
      updateAccountOnSignIn: false,
      accountLinking: { trustedProviders: ['microsoft'], requireLocalEmailVerified: false },
    },
    ...microsoftProviderOptions(),
    plugins: [
      twoFactor({
        allowPasswordless: true,
        twoFactorCookieMaxAge: challengeLifetimeSeconds,
        backupCodeOptions: { customBackupCodesGenerate: generateRecoveryCodes },
        // two-factor/challenge.ts limits attempts exactly, also when they are concurrent.
        accountLockout: { enabled: false },
      }),
    ],
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // Arguments after the message may hold an address, so they are not logged.
    logger: { level: 'error', log: (_level, message) => logger.error({ from: 'better-auth' }, message) },
    advanced: {
      // The library would use the prefix __Secure-, which guarantees less than __Host-.
      useSecureCookies: false,
      cookiePrefix: cookieName('aanschuif'),
      defaultCookieAttributes: cookieOptions(),
      ipAddress: { disableIpTracking: true },
    },
  })
}

/** Characters of a recovery code: 32 letters and digits without look-alikes. Ten random characters are 50 random bits. */
const recoveryAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
function generateRecoveryCodes(): string[] {
  const half = () => Array.from({ length: 5 }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('')
  return Array.from({ length: 10 }, () => `${half()}-${half()}`)
}

// Only the code below knows cookie names, rows and formats of better-auth. Upgrades are checked by
// tests/integration/organisers/auth.test.ts.

/** A cookie to set, or to delete if `maxAge` is 0. */
export type LoginCookie = { name: string; value: string } & ReturnType<typeof toCookieOptions>

/** Returns the cookies that a response of better-auth sets or deletes. */
export function parseLoginCookies(headers: Headers): LoginCookie[] {
  const cookies = parseSetCookieHeader(headers.getSetCookie().join(', '))
  return [...cookies].map(([name, cookie]) => ({ name, value: cookie.value, ...toCookieOptions(cookie) }))
}

/**
 * Returns the login that a request's cookies identify, with its organiser. Returns `null` if there is no such login, it
 * expired, or it was not used for `idleHours`.
 */
export async function getLogin(headers: Headers, now: Date) {
  const login = await auth().api.getSession({ headers })
  if (!login || login.session.updatedAt < idleSince(now)) return null
  return { id: login.session.id, organiser: login.user, lastUsedAt: login.session.updatedAt }
}

/** Returns the instant `idleHours` before `now`. A login that was last used before this instant is no longer valid. */
export const idleSince = (now: Date) => new Date(now.getTime() - idleHours * 3_600_000)

/** Records the use of a login, at most once an hour, so that not every request writes to the database. */
export async function recordLoginUse({ id, lastUsedAt }: { id: string; lastUsedAt: Date }, now: Date): Promise<void> {
  const anHourAgo = new Date(now.getTime() - 3_600_000)
  if (lastUsedAt > anHourAgo) return
  await db().login.updateMany({ where: { id, updatedAt: { lte: anHourAgo } }, data: { updatedAt: now } })
}

/** Returns whether a request has a login cookie. The login itself may have ended. */
export const hasLoginCookie = (headers: Headers) =>
  parseCookies(headers.get('cookie') ?? '').has(`${cookieName('aanschuif')}.session_token`)

/** Deletes the logins of an organiser, but not the login `except`. Also ends log-ins that wait for a two-factor code. */
export async function endLogins(tx: Transaction, userId: string, { except }: { except?: string } = {}): Promise<void> {
  await tx.login.deleteMany({ where: { userId, ...(except && { id: { not: except } }) } })
  await tx.verification.deleteMany({ where: { value: userId } })
}

/** Returns the id of the organiser who logs in with these cookies but must still enter a two-factor code, else `null`. */
export async function findChallengedOrganiser(headers: Headers): Promise<string | null> {
  const signedCookie = parseCookies(headers.get('cookie') ?? '').get(`${cookieName('aanschuif')}.two_factor`)
  // Without its signature, which better-auth verifies with the code.
  const identifier = signedCookie?.slice(0, signedCookie.lastIndexOf('.'))
  if (!identifier?.startsWith('2fa-')) return null
  const [challenge] = await db().$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "Verification" WHERE "identifier" = ${identifier} AND "expiresAt" > now()`
  return challenge?.value ?? null
}

/** Returns an organiser's TOTP key: the one in use (`verified`) or the unconfirmed one. `null` if there is none. */
export async function readTotpKey(userId: string, { verified }: { verified: boolean }): Promise<string | null> {
  const found = await db().twoFactor.findFirst({ where: { userId, verified } })
  if (!found) return null
  const { secretConfig } = await auth().$context
  return await symmetricDecrypt({ key: secretConfig, data: found.secret })
}

const credentialOf = (userId: string) => ({ userId, providerId: 'credential' })

/** Stores the password hash of an organiser where better-auth looks it up. */
export async function setPassword(tx: Transaction, userId: string, hash: string, now: Date): Promise<void> {
  const credential = credentialOf(userId)
  const { count } = await tx.account.updateMany({ where: credential, data: { password: hash, updatedAt: now } })
  if (count > 0) return
  await tx.account.create({
    data: { id: randomUUID(), accountId: userId, ...credential, password: hash, createdAt: now, updatedAt: now },
  })
}

/** Returns whether the organiser has a password; `false` if they only log in with Microsoft. */
export const hasPassword = async (userId: string) =>
  (await db().account.count({ where: { ...credentialOf(userId), password: { not: null } } })) > 0

export async function verifyPassword(userId: string, password: string): Promise<boolean> {
  const account = await db().account.findFirst({ where: credentialOf(userId), select: { password: true } })
  return account?.password ? await verifyHash({ hash: account.password, password }) : false
}

/** Returns `null` if better-auth refused the call, and rethrows any other error. To be passed to `catch` of a promise. */
export function nullIfRefused(error: unknown): null {
  if (isAPIError(error) && error.statusCode < 500) return null
  throw error
}
