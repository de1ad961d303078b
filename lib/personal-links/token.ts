import { z } from 'zod'
import { sign, type TokenPurpose, verify } from '@/lib/platform/tokens'

/** Owner of a personal link: a registration, organiser or e-mail change request. Raising `tokenVersion` voids its links. */
export type LinkOwner = { id: string; tokenVersion: number }

const payloadSchema = z.tuple([z.guid(), z.int()])

/**
 * Returns the token of a personal link. Tokens are never stored, so a database dump gives no access. `signingKeyId`
 * selects an older APP_SECRET, to repeat the exact link of an earlier mail.
 */
export const createPersonalToken = (purpose: TokenPurpose, owner: LinkOwner, signingKeyId?: string | null) =>
  sign(purpose, [owner.id, owner.tokenVersion], signingKeyId)

/** Returns a token's owner, `null` if forged or for another purpose. The caller must compare `tokenVersion`. */
export function verifyPersonalToken(purpose: TokenPurpose, token: string): LinkOwner | null {
  const parsed = payloadSchema.safeParse(verify(purpose, token))
  return parsed.success ? { id: parsed.data[0], tokenVersion: parsed.data[1] } : null
}
