import { isAPIError } from 'better-auth/api'
import { logger } from '@/lib/platform/logger'
import { createRateLimit } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { attemptLimits } from '../attempts'
import { auth, findChallengedOrganiser, type LoginCookie, parseLoginCookies, readTotpKey } from '../auth'
import { reportBlockedLogins } from '../blocked-logins'
import { findKnownBrowser, knownBrowserCookie } from '../known-browser'
import { type ClockRefusal, clockRefusal, maxClockDifferenceMs } from './totp'

/** Seconds in which a used code is refused. A code is valid for three half minutes (RFC 6238, 5.2). */
const usedCodeSeconds = 2 * 60
const clockCodeSeconds = maxClockDifferenceMs / 1000 + usedCodeSeconds

type CodeAttempt = { code: string; headers: Headers; ip: string }
type CodeResult = Result<LoginCookie[], 'wrong' | 'wait' | 'start-again'> | ClockRefusal

/**
 * Completes a login with a code of the authenticator app or a recovery code. Returns the cookies to set. Refuses with
 * `start-again` if the password was given too long ago. Refuses with `wait` after too many wrong codes (`attemptLimits`),
 * of which the organiser gets a mail. Refuses with `clock`, uncounted, if the code would be right at another time.
 */
export async function logInWithCode(attempt: CodeAttempt, { now }: { now: Date }): Promise<CodeResult> {
  const result = await attemptCode(attempt, now)
  if (!result.ok) logger.warn({ method: 'code', reason: result.reason }, 'log-in refused')
  return result
}

async function attemptCode({ code, headers, ip }: CodeAttempt, now: Date): Promise<CodeResult> {
  const organiserId = await findChallengedOrganiser(headers)
  if (!organiserId) return refuse('start-again')
  const limits = attemptLimits('code', { account: organiserId, ip, browser: findKnownBrowser(headers, organiserId) })
  if ((await limits.consume()) > 0) return refuse('wait')
  const key = await readTotpKey(organiserId, { verified: true })
  const clock = key && clockRefusal(key, code, now)
  if (clock) {
    await limits.takeBack()
    // The answer says when this code is right, so it must not be accepted then.
    await markCodeUsed(organiserId, code, clockCodeSeconds)
    return clock
  }
  const login = await checkCode(organiserId, code, headers)
  if (!login.ok) {
    if (login.reason === 'wrong' && (await limits.isExhausted()))
      await reportBlockedLogins({ id: organiserId }, { step: 'code', now })
    return login
  }
  await limits.succeed()
  return ok([...login.value, knownBrowserCookie(organiserId)])
}

async function checkCode(organiserId: string, code: string, headers: Headers) {
  return (await markCodeUsed(organiserId, code, usedCodeSeconds))
    ? await signInWithCode(code, headers)
    : refuse('wrong')
}

/** Marks the organiser's two-factor code as used for `seconds`. Returns `false` if it is already marked as used. */
const markCodeUsed = (organiserId: string, code: string, seconds: number) =>
  createRateLimit({ name: 'used-code', points: 1, seconds }).consume(`${organiserId} ${code}`)

async function signInWithCode(code: string, headers: Headers): Promise<Result<LoginCookie[], 'wrong' | 'start-again'>> {
  try {
    const { api } = auth()
    const response = /^\d{6}$/.test(code)
      ? await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : await api.verifyBackupCode({ body: { code: normalizeRecoveryCode(code) }, headers, returnHeaders: true })
    return ok(parseLoginCookies(response.headers))
  } catch (error) {
    if (!isAPIError(error)) throw error
    // FAILED_TO_CREATE_SESSION: access ended meanwhile, so our hook refused the login.
    const isChallengeOver = ['INVALID_TWO_FACTOR_COOKIE', 'FAILED_TO_CREATE_SESSION'].includes(error.body?.code ?? '')
    if (isChallengeOver || error.statusCode === 400) return refuse('start-again')
    if (error.statusCode >= 500) throw error
    return refuse('wrong')
  }
}

/** Returns a typed recovery code in the notation in which it is stored: "abcde-fghij". */
function normalizeRecoveryCode(typed: string): string {
  const characters = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${characters.slice(0, 5)}-${characters.slice(5)}`
}
