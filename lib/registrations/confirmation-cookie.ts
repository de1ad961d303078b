import { z } from 'zod'
import { cookieName } from '@/lib/http/cookies'
import { sign, verify } from '@/lib/platform/tokens'

/** Schema of what the page after a registration shows. A signed cookie holds it, to keep addresses out of URLs. */
const confirmationSchema = z.object({
  slug: z.string(),
  email: z.string(),
  askedBeforeDeadline: z.boolean(),
  isWaitlisted: z.boolean(),
  id: z.guid(),
  tokenVersion: z.int(),
})
export type Confirmation = z.infer<typeof confirmationSchema>

/** Returns a cookie name per session, so that a second registration does not replace the first confirmation. */
export const confirmationCookieName = (slug: string) => cookieName(`aangemeld.${slug}`)
export const confirmationCookieSeconds = 15 * 60

export const signConfirmation = (confirmation: Confirmation) => sign('signed-up', confirmation)

/** Returns the confirmation in a cookie value, or `null` when it is missing, forged or for another session. */
export function readConfirmation(token: string | undefined, slug: string): Confirmation | null {
  const parsed = confirmationSchema.safeParse(token ? verify('signed-up', token) : null)
  return parsed.success && parsed.data.slug === slug ? parsed.data : null
}
