import type { Prisma, Transaction } from '@/lib/db/client'
import { normalizeEmail } from '@/lib/platform/normalize-email'

/**
 * Locks the registrations of a session with this address. Returns the first active one, or else the first cancelled one.
 * Throws when there is none. The lock keeps concurrent requests from mailing twice.
 */
export async function lockExistingRegistration(
  tx: Transaction,
  { sessionId, email }: { sessionId: string; email: string },
) {
  const normalizedEmail = normalizeEmail(email)
  await tx.$queryRaw`
    SELECT 1 FROM "Registration"
    WHERE "sessionId" = ${sessionId}::uuid AND "normalizedEmail" = ${normalizedEmail} ORDER BY "id" FOR UPDATE`
  return await tx.registration.findFirstOrThrow({
    where: { sessionId, normalizedEmail },
    orderBy: [{ cancelledAt: { sort: 'asc', nulls: 'first' } }, { addressSequence: 'asc' }],
    include: { messages: { where: { kind: 'alreadyRegistered' }, orderBy: { createdAt: 'desc' }, take: 1 } },
  })
}

export type ExistingRegistration = Awaited<ReturnType<typeof lockExistingRegistration>>

/** Returns whether this session has a registration with this address, also a cancelled one. `filter` limits the search. */
export async function isAddressKnown(
  tx: Transaction,
  { sessionId, email }: { sessionId: string; email: string },
  filter: Prisma.RegistrationWhereInput = {},
): Promise<boolean> {
  return (await tx.registration.count({ where: { ...filter, sessionId, normalizedEmail: normalizeEmail(email) } })) > 0
}

/** Returns the next `addressSequence`, which numbers the registrations of a session with one address from 0. */
export async function nextAddressSequence(
  tx: Transaction,
  sessionId: string,
  normalizedEmail: string,
): Promise<number> {
  const { _max } = await tx.registration.aggregate({
    where: { sessionId, normalizedEmail },
    _max: { addressSequence: true },
  })
  return (_max.addressSequence ?? -1) + 1
}
