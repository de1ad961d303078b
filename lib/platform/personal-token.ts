import { z } from 'zod'
import { type Purpose, sign, verify } from './tokens'

/** Whose link it is, and which of their links: a higher version makes those of before dead. */
export type LinkOwner = { id: string; linkVersion: number }

const payload = z.tuple([z.guid(), z.int()])

/**
 * What stands in a personal link. Derived, and so nowhere in the database: a dump of it opens no door. `mark` names the
 * secret it was signed with before, for the very same link again.
 */
export const personalToken = (purpose: Purpose, { id, linkVersion }: LinkOwner, mark?: string | null) =>
  sign(purpose, [id, linkVersion], mark)

/** Whose token this is, or null when it is not ours or for something else. The caller compares the version. */
export function readPersonalToken(purpose: Purpose, token: string): LinkOwner | null {
  const parsed = payload.safeParse(verify(purpose, token))
  return parsed.success ? { id: parsed.data[0], linkVersion: parsed.data[1] } : null
}
