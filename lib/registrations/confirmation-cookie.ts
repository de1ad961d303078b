import { z } from 'zod'
import { cookieName } from '@/lib/http/cookies'
import { sign, verify } from '@/lib/platform/tokens'

/** What the page after signing up tells back. Kept in a signed cookie, so that no address stands in a URL. */
const confirmationSchema = z.object({
  slug: z.string(),
  email: z.string(),
  askedBeforeDeadline: z.boolean(),
  isWaitlisted: z.boolean(),
  id: z.guid(),
  tokenVersion: z.int(),
})
export type Confirmation = z.infer<typeof confirmationSchema>

/** One a kennissessie, so that signing up for a second leaves the thanks for the first. */
export const confirmationCookieName = (slug: string) => cookieName(`aangemeld.${slug}`)
export const confirmationCookieSeconds = 15 * 60

export const signConfirmation = (confirmation: Confirmation) => sign('signed-up', confirmation)

/** The receipt for this kennissessie, or null when there is none or it was not ours. */
export function readConfirmation(token: string | undefined, slug: string): Confirmation | null {
  const parsed = confirmationSchema.safeParse(token ? verify('signed-up', token) : null)
  return parsed.success && parsed.data.slug === slug ? parsed.data : null
}
