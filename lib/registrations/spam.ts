import { z } from 'zod'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { createLimit, ipKey } from '@/lib/platform/rate-limit'
import type { Result } from '@/lib/platform/result'
import { randomId, sign, verify } from '@/lib/platform/tokens'
import { emailKey } from './rules'
import type { SpamRefusal } from './schema'

const windowSeconds = 10 * 60
const oldestFormMs = 7 * 24 * 60 * 60 * 1000

const formToken = z.object({ id: z.string(), openedAt: z.number() })

/** A mark for a form that is opened at `now`: says later which form was sent and how long somebody had it open. */
export function issueFormToken(now: Date): string {
  return sign('sign-up-form', { id: randomId(), openedAt: now.getTime() })
}

type Sender = { email: string; ip: string }
type Sent = Sender & { token: string; honeypot: string }

/** What is asked for; each has its own count. */
type Door = 'sign-up' | 'lost-link' | 'hand-over'

/**
 * Gives the id of the form that was sent, or refuses: a token that is not ours or older than a week, a filled field that
 * people do not see, a form sent sooner than SIGNUP_MIN_SECONDS after it was opened, too many from one IP (/64 for IPv6)
 * or for one address in ten minutes. A person who is caught only has to press the button again.
 */
export async function checkSpam(sent: Sent, { now, door = 'sign-up' }: { now: Date; door?: Door }): Checked {
  const checked = await judge(sent, now, door)
  if (!checked.ok) logger.info({ door, reason: checked.reason }, 'form refused')
  return checked
}

type Checked = Promise<Result<{ submissionId: string }, SpamRefusal>>

async function judge(sent: Sent, now: Date, door: Door): Checked {
  const token = formToken.safeParse(verify('sign-up-form', sent.token))
  const ageMs = token.success ? now.getTime() - token.data.openedAt : Number.POSITIVE_INFINITY
  if (!token.success || ageMs > oldestFormMs) return { ok: false, reason: 'form-expired' }
  if (sent.honeypot) return { ok: false, reason: 'looks-automated' }
  if (ageMs < env().SIGNUP_MIN_SECONDS * 1000) return { ok: false, reason: 'too-quick' }

  const refused = await countSender(sent, door)
  return refused ? { ok: false, reason: refused } : { ok: true, value: { submissionId: token.data.id } }
}

/** Counts that something was sent from this IP, and with this address; gives why that is too often in ten minutes, or null. */
export async function countSender(
  { email, ip }: Sender,
  door: Door,
): Promise<'too-many-from-here' | 'too-many-for-address' | null> {
  const { SIGNUP_LIMIT_PER_IP, SIGNUP_LIMIT_PER_ADDRESS } = env()
  const perIp = createLimit({ name: `${door}-ip`, points: SIGNUP_LIMIT_PER_IP, seconds: windowSeconds })
  const perAddress = createLimit({ name: `${door}-address`, points: SIGNUP_LIMIT_PER_ADDRESS, seconds: windowSeconds })
  if (!(await perIp.consume(ipKey(ip)))) return 'too-many-from-here'
  if (await perAddress.consume(emailKey(email))) return null
  await perIp.giveBack(ipKey(ip))
  return 'too-many-for-address'
}
