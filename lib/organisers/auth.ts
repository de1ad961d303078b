import { randomInt } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { db, type Transaction } from '@/lib/db/client'
import { cookieName, cookieOptions } from '@/lib/http/cookies'
import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { deriveDigest } from '@/lib/platform/tokens'
import { microsoftProviderOptions } from './microsoft/provider'
import { passwordLength } from './schema'

/** A working day: somebody who logs in each morning is never thrown out halfway. */
const loginLifetimeSeconds = 12 * 60 * 60
/** How long the page that asks for a code waits for it. */
export const challengeLifetimeSeconds = 10 * 60

let instance: ReturnType<typeof createAuth> | undefined

/**
 * better-auth over our own tables. Only its server functions (`auth().api`) are used: no route of it is mounted, nobody
 * can sign up, and our own limits stand before it. Made on first use, when the settings are known.
 */
export function auth() {
  instance ??= createAuth(db())
  return instance
}

/** The same inside a transaction of ours, so that what it changes and the entry in the trail stand or fall together. */
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
    // Reading who is logged in never writes: a GET changes nothing, so a login has a fixed end.
    session: { modelName: 'login', expiresIn: loginLifetimeSeconds, deferSessionRefresh: true },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => {
            const where = { id: userId, acceptedAt: { not: null }, endedAt: null }
            return (await client.organiser.count({ where })) === 1 ? undefined : false
          },
          // After a password alone somebody with two steps is not in yet: the plugin takes that login away again.
          after: async ({ userId, createdAt }, context) => {
            const unlessTwoFactorPending = context?.path === '/sign-in/email' && { twoFactorEnabled: false }
            const where = { id: userId, ...unlessTwoFactorPending }
            const { count } = await client.organiser.updateMany({ where, data: { lastLoginAt: createdAt } })
            if (count > 0) logger.info({ organiser: userId }, 'logged in')
          },
        },
      },
      // Who somebody is, is all we ask: what else Microsoft hands out is not kept.
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
        // Ours counts exactly, also when many try at once: login-code.ts.
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
    // Its messages may hold an address: only that something went wrong, and what, is passed on.
    logger: { level: 'error', log: (_level, message) => logger.error({ from: 'better-auth' }, message) },
    advanced: {
      // The library's own prefix is __Secure-, which says less than __Host-.
      useSecureCookies: false,
      cookiePrefix: cookieName('aanschuif'),
      defaultCookieAttributes: cookieOptions(),
      ipAddress: { disableIpTracking: true },
    },
  })
}

/** Without letters and digits that look like another: 50 random bits each, in two halves. */
const recoveryAlphabet = 'abcdefghijkmnpqrstuvwxyz23456789'
function generateRecoveryCodes(): string[] {
  const half = () => Array.from({ length: 5 }, () => recoveryAlphabet[randomInt(recoveryAlphabet.length)]).join('')
  return Array.from({ length: 10 }, () => `${half()}-${half()}`)
}
