import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'

/** Time in which wrong passwords or codes are counted. */
const windowSeconds = 15 * 60

/** The secret that is guessed: a password (`account` is an e-mail address) or a two-factor code (an organiser's id). */
type Step = 'login' | 'code'
type Attempt = { account: string; ip: string; browser: string | null }

const accountLimit = (step: Step) => createRateLimit({ name: `${step}-account`, points: 5, seconds: windowSeconds })

/**
 * Limits wrong passwords or codes in 15 minutes. A known browser has five of its own. Other browsers have five per account
 * together, and twenty per IP address. An attempt is counted before it is checked, so concurrent ones cannot exceed the limit.
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
    /** Counts an attempt. Returns the seconds to wait if none is left, else 0. */
    async consume(): Promise<number> {
      if (!browser && !(await perIp.limit.consume(perIp.key))) return await secondsToWait(perIp)
      if (await own.limit.consume(own.key)) return 0
      await refundIp()
      return await secondsToWait(own)
    },

    /** Resets the count after a right password or code. */
    async succeed(): Promise<void> {
      await refundIp()
      await own.limit.reset(own.key)
    },

    /** Uncounts an attempt that is no guess. */
    async takeBack(): Promise<void> {
      await refundIp()
      await own.limit.refund(own.key)
    },

    /** Returns whether no attempt is left. */
    isExhausted: async () => (await own.limit.retryAfterSeconds(own.key)) > 0,
  }
}

// The window may end between the refusal and this question.
const secondsToWait = async ({ limit, key }: { limit: ReturnType<typeof createRateLimit>; key: string }) =>
  Math.max(1, await limit.retryAfterSeconds(key))

/** Resets the counts of wrong passwords and codes of an organiser who chose a new password. A stranger may have caused them. */
export async function forgetAttempts({ id, email }: { id: string; email: string }): Promise<void> {
  await accountLimit('login').reset(email)
  await accountLimit('code').reset(id)
}
