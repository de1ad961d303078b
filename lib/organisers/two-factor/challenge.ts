import { logger } from '@/lib/platform/logger'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import { type Result, refuse } from '@/lib/platform/result'
import { findChallengedOrganiser, type LoginCookie, signInWithCode } from '../auth-adapter'

const windowSeconds = 15 * 60
const attemptLimits = { perOrganiser: 5, perIp: 20 } as const
/** A code is valid for its half minute and the adjacent ones, and is accepted once in that time (RFC 6238, 5.2). */
const usedCodeSeconds = 2 * 60

type CodeAttempt = { code: string; headers: Headers; ip: string }
type CodeResult = Result<LoginCookie[], 'wrong' | 'wait' | 'start-again'>

/**
 * Completes a login with a code of the app or a recovery code. Refuses with `start-again` if the password was given too long
 * ago; with `wait` after five wrong codes per organiser, or twenty per IP address, in 15 minutes.
 */
export async function logInWithCode(attempt: CodeAttempt): Promise<CodeResult> {
  const result = await attemptCode(attempt)
  if (!result.ok) logger.warn({ method: 'code', reason: result.reason }, 'log-in refused')
  return result
}

async function attemptCode({ code, headers, ip }: CodeAttempt): Promise<CodeResult> {
  const organiserId = await findChallengedOrganiser(headers)
  if (!organiserId) return refuse('start-again')
  const perIp = createRateLimit({ name: 'code-ip', points: attemptLimits.perIp, seconds: windowSeconds })
  const perOrganiser = createRateLimit({ name: 'code', points: attemptLimits.perOrganiser, seconds: windowSeconds })
  // An attempt is counted before it is checked, so concurrent attempts get no more.
  if (!(await perIp.consume(rateLimitKeyForIp(ip))) || !(await perOrganiser.consume(organiserId))) return refuse('wait')
  const usedCodes = createRateLimit({ name: 'used-code', points: 1, seconds: usedCodeSeconds })
  if (!(await usedCodes.consume(`${organiserId} ${code}`))) return refuse('wrong')
  const login = await signInWithCode(code, headers)
  if (login.ok) {
    await perIp.refund(rateLimitKeyForIp(ip))
    await perOrganiser.reset(organiserId)
  }
  return login
}

/** True if this browser gave the right password and still owes a code. */
export async function hasPendingChallenge(headers: Headers): Promise<boolean> {
  return (await findChallengedOrganiser(headers)) !== null
}
