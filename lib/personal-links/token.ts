import { z } from 'zod'
import { sign, type TokenPurpose, verify } from '@/lib/platform/tokens'

/** Whose link it is, and which of their links: a higher version makes those of before dead. */
export type LinkOwner = { id: string; tokenVersion: number }

const payloadSchema = z.tuple([z.guid(), z.int()])

/**
 * What stands in a personal link. Derived, and so nowhere in the database: a dump of it opens no door. `mark` names the
 * secret it was signed with before, for the very same link again.
 */
export const createPersonalToken = (
  purpose: TokenPurpose,
  { id, tokenVersion }: LinkOwner,
  signingKeyId?: string | null,
) => sign(purpose, [id, tokenVersion], signingKeyId)

/** Whose token this is, or null when it is not ours or for something else. The caller compares the version. */
export function verifyPersonalToken(purpose: TokenPurpose, token: string): LinkOwner | null {
  const parsed = payloadSchema.safeParse(verify(purpose, token))
  return parsed.success ? { id: parsed.data[0], tokenVersion: parsed.data[1] } : null
}
