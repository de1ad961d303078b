import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { cookieName, cookieOptions } from '@/lib/platform/cookies'
import { db } from '@/lib/platform/db'
import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { derive } from '@/lib/platform/tokens'
import { passwordLength } from './schema'

/** A working day: somebody who logs in each morning is never thrown out halfway. */
const loginSeconds = 12 * 60 * 60

let kept: ReturnType<typeof build> | undefined

/**
 * better-auth over our own tables. Only its server functions (`auth().api`) are used: no route of it is mounted, nobody
 * can sign up, and our own limits stand before it. Made on first use, when the settings are known.
 */
export function auth() {
  kept ??= build()
  return kept
}

function build() {
  return betterAuth({
    appName: 'Aanschuif',
    baseURL: siteUrl(),
    secret: derive('organiser-login', 'better-auth'),
    database: prismaAdapter(db(), { provider: 'postgresql' }),
    user: { modelName: 'organiser' },
    // Reading who is logged in never writes: a GET changes nothing, so a login has a fixed end.
    session: { modelName: 'login', expiresIn: loginSeconds, deferSessionRefresh: true },
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
