import { z } from 'zod'
import { sign, type TokenPurpose, verify } from '@/lib/platform/tokens'

/**
 * Identifies the registration, organiser or e-mail change request of a personal link. The link ends when the stored
 * `tokenVersion` becomes higher, or at `expiresAt` if it has one.
 */
export type LinkOwner = { id: string; tokenVersion: number; expiresAt?: Date }

const payloadSchema = z.tuple([z.guid(), z.int(), z.int().optional()])

/**
 * Returns the token for the URL of a personal link. Tokens are never stored, so a database dump gives no access.
 * `signingKeyId` selects an older secret of APP_SECRET, to repeat the exact link of an earlier mail.
 */
export const createPersonalToken = (purpose: TokenPurpose, owner: LinkOwner, signingKeyId?: string | null) =>
  sign(purpose, [owner.id, owner.tokenVersion, ...(owner.expiresAt ? [owner.expiresAt.getTime()] : [])], signingKeyId)

/**
 * Returns the owner that a token identifies, or `null` when the token is forged or has another purpose. The caller must
 * compare `tokenVersion` with the stored version, and `expiresAt` with the current time.
 */
export function verifyPersonalToken(purpose: TokenPurpose, token: string): LinkOwner | null {
  const parsed = payloadSchema.safeParse(verify(purpose, token))
  if (!parsed.success) return null
  const [id, tokenVersion, expiresAt] = parsed.data
  return { id, tokenVersion, ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt) }) }
}
