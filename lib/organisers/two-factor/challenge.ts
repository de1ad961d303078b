import { isAPIError } from 'better-auth/api'
import { db } from '@/lib/db/client'
import { logger } from '@/lib/platform/logger'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { auth } from '../auth'
import { type LoginCookie, parseLoginCookies, readSignedCookie } from '../login-cookies'

const windowSeconds = 15 * 60
const attemptLimits = { perOrganiser: 5, perIp: 20 } as const
/** A code holds for its half minute and those beside it; in that time it opens the door once (RFC 6238, 5.2). */
const usedCodeSeconds = 2 * 60

/** `headers` are those of the request: they carry who gave the right password. */
type CodeAttempt = { code: string; headers: Headers; ip: string }

/**
 * The second step of logging in: a code of the app, or a recovery code, which then is used up. 'start-again' when it is too
 * long ago that the password was given. After five wrong codes in 15 minutes for somebody, or 20 from an IP, it is 'wait'.
 */
export async function logInWithCode(attempt: CodeAttempt): Promise<CodeResult> {
  const result = await attemptCode(attempt)
  if (!result.ok) logger.warn({ method: 'code', reason: result.reason }, 'log-in refused')
  return result
}

type CodeResult = Result<LoginCookie[], 'wrong' | 'wait' | 'start-again'>

async function attemptCode({ code, headers, ip }: CodeAttempt): Promise<CodeResult> {
  const organiserId = await findChallengedOrganiser(headers)
  if (!organiserId) return { ok: false, reason: 'start-again' }
  const perIp = createRateLimit({ name: 'code-ip', points: attemptLimits.perIp, seconds: windowSeconds })
  const perOrganiser = createRateLimit({ name: 'code', points: attemptLimits.perOrganiser, seconds: windowSeconds })
  // A try is counted before it is judged, so that many at once get no more than these.
  if (!(await perIp.consume(rateLimitKeyForIp(ip))) || !(await perOrganiser.consume(organiserId)))
    return { ok: false, reason: 'wait' }
  const usedCodes = createRateLimit({ name: 'used-code', points: 1, seconds: usedCodeSeconds })
  const isUnused = await usedCodes.consume(`${organiserId} ${code}`)
  const login = isUnused ? await verifyCode(code, headers) : ({ ok: false, reason: 'wrong' } as const)
  if (login.ok) {
    await perIp.refund(rateLimitKeyForIp(ip))
    await perOrganiser.reset(organiserId)
  }
  return login
}

/** Whether this browser gave a password and now has to give a code. */
export async function hasPendingChallenge(headers: Headers): Promise<boolean> {
  return (await findChallengedOrganiser(headers)) !== null
}

async function findChallengedOrganiser(headers: Headers): Promise<string | null> {
  const identifier = readSignedCookie(headers.get('cookie'), 'two_factor')
  if (!identifier?.startsWith('2fa-')) return null
  const found = await db().$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "Verification" WHERE "identifier" = ${identifier} AND "expiresAt" > now()`
  return found[0]?.value ?? null
}

async function verifyCode(code: string, headers: Headers): Promise<Result<LoginCookie[], 'wrong' | 'start-again'>> {
  try {
    const { api } = auth()
    const response = /^\d{6}$/.test(code)
      ? await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : await api.verifyBackupCode({ body: { code: normalizeRecoveryCode(code) }, headers, returnHeaders: true })
    return { ok: true, value: parseLoginCookies(response.headers) }
  } catch (error) {
    if (!isAPIError(error)) throw error
    // The second: access ended meanwhile, so that no login may be made.
    const isChallengeOver = ['INVALID_TWO_FACTOR_COOKIE', 'FAILED_TO_CREATE_SESSION'].includes(error.body?.code ?? '')
    if (isChallengeOver || error.statusCode === 400) return { ok: false, reason: 'start-again' }
    if (error.statusCode >= 500) throw error
    return { ok: false, reason: 'wrong' }
  }
}

/** As it was given out, however somebody typed it over. */
function normalizeRecoveryCode(typed: string): string {
  const characters = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${characters.slice(0, 5)}-${characters.slice(5)}`
}
