import { db } from '@/lib/db/client'
import { ok, type Result, refuse } from '@/lib/platform/result'
import { cancelLockedRegistration } from '../admin/cancellation'
import { lockOwnRegistration } from '../locks'
import type { SessionEndRefusal } from '../schema'
import { cancelRefusal, ownStatus } from './rules'

/** Cancels a registration by its personal link, with a mail, and offers the seat to the waitlist. Idempotent. */
export async function cancelOwnRegistration(
  token: string,
  { now }: { now: Date },
): Promise<Result<null, SessionEndRefusal | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const registration = await lockOwnRegistration(tx, token)
    if (!registration) return refuse('unknown-link')
    const status = ownStatus(registration, now)
    if (status === 'cancelled') return ok(null)
    const refusal = cancelRefusal(status)
    if (refusal) return refuse(refusal)
    await cancelLockedRegistration(tx, registration, { now, shouldNotify: true })
    return ok(null)
  })
}
