import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { normalizeEmail } from '@/lib/platform/normalize-email'
import { createRateLimit, rateLimitKeyForIp } from '@/lib/platform/rate-limit'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { randomId, sign, verify } from '@/lib/platform/tokens'
import type { AbuseRefusal, RateLimitRefusal } from './schema'

const ipLimitSeconds = 10 * 60
const addressLimitSeconds = 60 * 60
const maxFormAgeMs = 7 * 24 * 60 * 60 * 1000

const formToken = z.object({ id: z.string(), openedAt: z.number() })

/** Returns a signed token for a public form opened at `now`. The token holds a new form id and the opening time. */
export const issueFormToken = (now: Date) => sign('sign-up-form', { id: randomId(), openedAt: now.getTime() })

const readFormToken = (token: string) => formToken.safeParse(verify('sign-up-form', token))

/** Returns the id of a form from its token, even an expired one, or `null` when the token is forged. */
export const formIdOf = (token: string): string | null => readFormToken(token).data?.id ?? null

/** A submitted public form. `token` comes from `issueFormToken`. `honeypot` is a field that people cannot see. */
type FormSubmission = { email: string; ip: string; token: string; honeypot: string }

/** Kind of public form. Each kind has its own limit of submissions per IP address. */
type RateLimitScope = 'registration' | 'link-recovery' | 'transfer'

/**
 * Checks a submitted form, and returns the id of the form as `idempotencyKey`. Refuses a forged or week-old token
 * (`form-expired`), a filled honeypot (`looks-automated`), a form sent within SIGNUP_MIN_SECONDS of opening (`too-quick`),
 * and submissions beyond a rate limit.
 */
export async function checkForAbuse(
  submission: FormSubmission,
  { now, scope = 'registration' }: { now: Date; scope?: RateLimitScope },
): Promise<Result<{ idempotencyKey: string }, AbuseRefusal>> {
  const result = await evaluateSubmission(submission, now, scope)
  if (!result.ok) logger.info({ scope, reason: result.reason }, 'form refused')
  return result
}

async function evaluateSubmission(submission: FormSubmission, now: Date, scope: RateLimitScope) {
  const token = readFormToken(submission.token)
  const ageMs = token.success ? now.getTime() - token.data.openedAt : Number.POSITIVE_INFINITY
  if (!token.success || ageMs > maxFormAgeMs) return refuse('form-expired')
  if (submission.honeypot) return refuse('looks-automated')
  if (ageMs < env().SIGNUP_MIN_SECONDS * 1000) return refuse('too-quick')

  const refusal = await rateLimitRefusal(submission, scope)
  return refusal ? refuse(refusal) : ok({ idempotencyKey: token.data.id })
}

/** Counts a form submission per IP address (/64 for IPv6) and per e-mail address. Returns the exceeded limit, or `null`. */
export async function rateLimitRefusal(
  { email, ip }: Pick<FormSubmission, 'email' | 'ip'>,
  scope: RateLimitScope,
): Promise<RateLimitRefusal | null> {
  const { SIGNUP_LIMIT_PER_IP, SIGNUP_LIMIT_PER_ADDRESS } = env()
  const perIp = createRateLimit({ name: `${scope}-ip`, points: SIGNUP_LIMIT_PER_IP, seconds: ipLimitSeconds })
  if (!(await perIp.consume(rateLimitKeyForIp(ip)))) return 'too-many-from-ip'
  // All forms together, because each of them mails the address.
  const mails = { name: 'mail-address', points: SIGNUP_LIMIT_PER_ADDRESS, seconds: addressLimitSeconds }
  if (await createRateLimit(mails).consume(normalizeEmail(email))) return null
  await perIp.refund(rateLimitKeyForIp(ip))
  return 'too-many-for-address'
}
