import { z } from 'zod'
import { sign, type TokenPurpose, verify } from '@/lib/platform/tokens'

/**
 * The registration, organiser or e-mail change request of a personal link. A higher `tokenVersion` ends the link, and
 * `expiresAt` says when it ends by itself.
 */
export type LinkOwner = { id: string; tokenVersion: number; expiresAt?: Date }

const payloadSchema = z.tuple([z.guid(), z.int(), z.int().optional()])

/**
 * Returns the token of a personal link. Tokens are never stored, so a database dump gives no access. `signingKeyId`
 * selects an older APP_SECRET, to repeat the exact link of an earlier mail.
 */
export const createPersonalToken = (purpose: TokenPurpose, owner: LinkOwner, signingKeyId?: string | null) =>
  sign(purpose, [owner.id, owner.tokenVersion, ...(owner.expiresAt ? [owner.expiresAt.getTime()] : [])], signingKeyId)

/** Returns a token's owner, `null` if forged or for another purpose. The caller must compare `tokenVersion` and `expiresAt`. */
export function verifyPersonalToken(purpose: TokenPurpose, token: string): LinkOwner | null {
  const parsed = payloadSchema.safeParse(verify(purpose, token))
  if (!parsed.success) return null
  const [id, tokenVersion, expiresAt] = parsed.data
  return { id, tokenVersion, ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }) }
}
