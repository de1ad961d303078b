import { z } from 'zod'
import { cookieName } from '@/lib/platform/cookies'
import { sign, verify } from '@/lib/platform/tokens'

/** What the page after signing up tells back. Kept in a signed cookie, so that no address stands in a URL. */
const receiptSchema = z.object({
  slug: z.string(),
  email: z.string(),
  questionInTime: z.boolean(),
  waits: z.boolean(),
  id: z.guid(),
  linkVersion: z.int(),
})
export type Receipt = z.infer<typeof receiptSchema>

/** One a kennissessie, so that signing up for a second leaves the thanks for the first. */
export const receiptCookie = (slug: string) => cookieName(`aangemeld.${slug}`)
export const receiptSeconds = 15 * 60

export const writeReceipt = (receipt: Receipt) => sign('signed-up', receipt)

/** The receipt for this kennissessie, or null when there is none or it was not ours. */
export function readReceipt(token: string | undefined, slug: string): Receipt | null {
  const parsed = receiptSchema.safeParse(token ? verify('signed-up', token) : null)
  return parsed.success && parsed.data.slug === slug ? parsed.data : null
}
