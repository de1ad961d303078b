import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'

/** Seconds in which the limit on wrong passwords or two-factor codes applies, counted from the first attempt. */
const windowSeconds = 15 * 60

/** What is guessed: a password (`account` is the e-mail address) or a two-factor code (`account` is the id). */
type Step = 'login' | 'code'
type Attempt = { account: string; ip: string; browser: string | null }

const accountLimit = (step: Step) => createRateLimit({ name: `${step}-account`, points: 5, seconds: windowSeconds })

/**
 * Returns the limit on wrong passwords or two-factor codes in 15 minutes. `browser` is the id of a browser in which the
 * organiser logged in before, which has five attempts of its own. All other browsers share five attempts per account, and
 * twenty per IP address. An attempt is counted before it is checked, so concurrent attempts cannot exceed the limit.
 */
export function attemptLimits(step: Step, { account, ip, browser }: Attempt) {
  const own = browser
    ? { limit: createRateLimit({ name: `${step}-browser`, points: 5, seconds: windowSeconds }), key: browser }
    : { limit: accountLimit(step), key: account }
  const perIp = {
    limit: createRateLimit({ name: `${step}-ip`, points: 20, seconds: windowSeconds }),
    key: rateLimitKeyForIp(ip),
  }
  const refundIp = async () => {
    if (!browser) await perIp.limit.refund(perIp.key)
  }
  return {
    /** Counts an attempt to guess a password or code. Returns the seconds to wait if no attempt was left, else 0. */
    async consume(): Promise<number> {
      if (!browser && !(await perIp.limit.consume(perIp.key))) return await secondsToWait(perIp)
      if (await own.limit.consume(own.key)) return 0
      await refundIp()
      return await secondsToWait(own)
    },

    /** Resets the count after a right password or code. The IP address keeps its count of earlier attempts. */
    async succeed(): Promise<void> {
      await refundIp()
      await own.limit.reset(own.key)
    },

    /** Uncounts an attempt that was no guess, for instance a code that would be right at another time. */
    async takeBack(): Promise<void> {
      await refundIp()
      await own.limit.refund(own.key)
    },

    /** Returns whether the browser or account has no attempt left. */
    isExhausted: async () => (await own.limit.retryAfterSeconds(own.key)) > 0,
  }
}

// The window may end between the refusal and this question.
const secondsToWait = async ({ limit, key }: { limit: ReturnType<typeof createRateLimit>; key: string }) =>
  Math.max(1, await limit.retryAfterSeconds(key))

/** Resets the organiser's counts of wrong passwords and codes, which a stranger may have caused. */
export async function forgetAttempts({ id, email }: { id: string; email: string }): Promise<void> {
  await accountLimit('login').reset(email)
  await accountLimit('code').reset(id)
}
