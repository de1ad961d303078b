import { db } from '@/lib/db/client'
import { registerParticipant } from '@/lib/registrations/register'

/** Registers a participant and returns the owner of its personal links, which the result does not reveal. */
export async function registeredOwner(input: Parameters<typeof registerParticipant>[0], now: Date) {
  const result = await registerParticipant(input, { now })
  if (!result.ok) throw new Error(result.reason)
  const { idempotencyKey, name } = input
  const where = { idempotencyKey, name }
  return await db().registration.findFirstOrThrow({ where, select: { id: true, tokenVersion: true } })
}
