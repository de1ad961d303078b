import { db } from '@/lib/platform/db'
import type { Result } from '@/lib/platform/result'
import { holdOwn } from './own'
import { ownStandingOf, whyNotCancel } from './own-rules'
import type { OwnCancelRefusal } from './schema-own'
import { takeOff } from './standing'

/**
 * Takes somebody off the list who asks for it by their own link, with a mail that says so; a place that frees up is offered to
 * who waits longest. Pressed twice is done once. Refuses when there is nothing to come to any more at `now`.
 */
export async function cancelOwn(
  token: string,
  { now }: { now: Date },
): Promise<Result<null, OwnCancelRefusal | 'unknown-link'>> {
  return await db().$transaction(async (tx) => {
    const found = await holdOwn(tx, token)
    if (!found) return { ok: false, reason: 'unknown-link' }
    const standing = ownStandingOf(found, now)
    if (standing === 'cancelled') return { ok: true, value: null }
    const reason = whyNotCancel(standing)
    if (reason) return { ok: false, reason }
    await takeOff(tx, { ...found, tell: true }, { now })
    return { ok: true, value: null }
  })
}
