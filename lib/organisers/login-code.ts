import { isAPIError } from 'better-auth/api'
import { db } from '@/lib/platform/db'
import { logger } from '@/lib/platform/logger'
import { createLimit, ipKey } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { auth } from './auth'
import { cookiesIn, type LoginCookie, signedValue } from './login-cookies'

const windowSeconds = 15 * 60
const wrongTries = { perOrganiser: 5, perIp: 20 } as const
/** A code holds for its half minute and those beside it; in that time it opens the door once (RFC 6238, 5.2). */
const codeLifeSeconds = 2 * 60

/** `headers` are those of the request: they carry who gave the right password. */
type Attempt = { code: string; headers: Headers; ip: string }

/**
 * The second step of logging in: a code of the app, or a recovery code, which then is used up. 'start-again' when it is too
 * long ago that the password was given. After five wrong codes in 15 minutes for somebody, or 20 from an IP, it is 'wait'.
 */
export async function logInWithCode(attempt: Attempt): Promise<CodeResult> {
  const login = await judge(attempt)
  if (!login.ok) logger.warn({ way: 'code', reason: login.reason }, 'log-in refused')
  return login
}

type CodeResult = Result<LoginCookie[], 'wrong' | 'wait' | 'start-again'>

async function judge({ code, headers, ip }: Attempt): Promise<CodeResult> {
  const organiserId = await findChallenged(headers)
  if (!organiserId) return { ok: false, reason: 'start-again' }
  const perIp = createLimit({ name: 'code-ip', points: wrongTries.perIp, seconds: windowSeconds })
  const perOrganiser = createLimit({ name: 'code', points: wrongTries.perOrganiser, seconds: windowSeconds })
  // A try is counted before it is judged, so that many at once get no more than these.
  if (!(await perIp.consume(ipKey(ip))) || !(await perOrganiser.consume(organiserId)))
    return { ok: false, reason: 'wait' }
  const used = createLimit({ name: 'used-code', points: 1, seconds: codeLifeSeconds })
  const isFresh = await used.consume(`${organiserId} ${code}`)
  const login = isFresh ? await verify(code, headers) : ({ ok: false, reason: 'wrong' } as const)
  if (login.ok) {
    await perIp.giveBack(ipKey(ip))
    await perOrganiser.reset(organiserId)
  }
  return login
}

/** Whether this browser gave a password and now has to give a code. */
export async function isChallenged(headers: Headers): Promise<boolean> {
  return (await findChallenged(headers)) !== null
}

async function findChallenged(headers: Headers): Promise<string | null> {
  const identifier = signedValue(headers.get('cookie'), 'two_factor')
  if (!identifier?.startsWith('2fa-')) return null
  const found = await db().$queryRaw<{ value: string }[]>`
    SELECT "value" FROM "Verification" WHERE "identifier" = ${identifier} AND "expiresAt" > now()`
  return found[0]?.value ?? null
}

async function verify(code: string, headers: Headers): Promise<Result<LoginCookie[], 'wrong' | 'start-again'>> {
  try {
    const { api } = auth()
    const answer = /^\d{6}$/.test(code)
      ? await api.verifyTOTP({ body: { code }, headers, returnHeaders: true })
      : await api.verifyBackupCode({ body: { code: recoveryCode(code) }, headers, returnHeaders: true })
    return { ok: true, value: cookiesIn(answer.headers) }
  } catch (error) {
    if (!isAPIError(error)) throw error
    // The second: access ended meanwhile, so that no login may be made.
    const isOver = ['INVALID_TWO_FACTOR_COOKIE', 'FAILED_TO_CREATE_SESSION'].includes(error.body?.code ?? '')
    if (isOver || error.statusCode === 400) return { ok: false, reason: 'start-again' }
    if (error.statusCode >= 500) throw error
    return { ok: false, reason: 'wrong' }
  }
}

/** As it was given out, however somebody typed it over. */
function recoveryCode(typed: string): string {
  const letters = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
