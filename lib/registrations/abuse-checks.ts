import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { randomId, sign, verify } from '@/lib/platform/tokens'
import { normalizeEmail } from './rules'
import type { AbuseRefusal } from './schema'

const windowSeconds = 10 * 60
const maxFormAgeMs = 7 * 24 * 60 * 60 * 1000

const formToken = z.object({ id: z.string(), openedAt: z.number() })

/** A mark for a form that is opened at `now`: says later which form was sent and how long somebody had it open. */
export function issueFormToken(now: Date): string {
  return sign('sign-up-form', { id: randomId(), openedAt: now.getTime() })
}

type FormSender = { email: string; ip: string }
type FormSubmission = FormSender & { token: string; honeypot: string }

/** What is asked for; each has its own count. */
type RateLimitScope = 'registration' | 'link-recovery' | 'transfer'

/**
 * Gives the id of the form that was sent, or refuses: a token that is not ours or older than a week, a filled field that
 * people do not see, a form sent sooner than SIGNUP_MIN_SECONDS after it was opened, too many from one IP (/64 for IPv6)
 * or for one address in ten minutes. A person who is caught only has to press the button again.
 */
export async function checkForAbuse(
  submission: FormSubmission,
  { now, scope = 'registration' }: { now: Date; scope?: RateLimitScope },
): AbuseCheckResult {
  const result = await evaluateSubmission(submission, now, scope)
  if (!result.ok) logger.info({ door: scope, reason: result.reason }, 'form refused')
  return result
}

type AbuseCheckResult = Promise<Result<{ idempotencyKey: string }, AbuseRefusal>>

async function evaluateSubmission(submission: FormSubmission, now: Date, scope: RateLimitScope): AbuseCheckResult {
  const token = formToken.safeParse(verify('sign-up-form', submission.token))
  const ageMs = token.success ? now.getTime() - token.data.openedAt : Number.POSITIVE_INFINITY
  if (!token.success || ageMs > maxFormAgeMs) return { ok: false, reason: 'form-expired' }
  if (submission.honeypot) return { ok: false, reason: 'looks-automated' }
  if (ageMs < env().SIGNUP_MIN_SECONDS * 1000) return { ok: false, reason: 'too-quick' }

  const refusal = await rateLimitRefusal(submission, scope)
  return refusal ? { ok: false, reason: refusal } : { ok: true, value: { idempotencyKey: token.data.id } }
}

/** Counts that something was sent from this IP, and with this address; gives why that is too often in ten minutes, or null. */
export async function rateLimitRefusal(
  { email, ip }: FormSender,
  scope: RateLimitScope,
): Promise<'too-many-from-ip' | 'too-many-for-address' | null> {
  const { SIGNUP_LIMIT_PER_IP, SIGNUP_LIMIT_PER_ADDRESS } = env()
  const perIp = createRateLimit({ name: `${scope}-ip`, points: SIGNUP_LIMIT_PER_IP, seconds: windowSeconds })
  const perAddress = createRateLimit({
    name: `${scope}-address`,
    points: SIGNUP_LIMIT_PER_ADDRESS,
    seconds: windowSeconds,
  })
  if (!(await perIp.consume(rateLimitKeyForIp(ip)))) return 'too-many-from-ip'
  if (await perAddress.consume(normalizeEmail(email))) return null
  await perIp.refund(rateLimitKeyForIp(ip))
  return 'too-many-for-address'
}
