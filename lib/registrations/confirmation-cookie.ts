import { z } from 'zod'
import { cookieName } from '@/lib/http/cookies'
import { sign, verify } from '@/lib/platform/tokens'

/** What the page after a registration shows. It travels in a signed cookie, so that no address appears in a URL. */
const confirmationSchema = z.object({
  slug: z.string(),
  email: z.string(),
  askedBeforeDeadline: z.boolean(),
  isWaitlisted: z.boolean(),
  id: z.guid(),
  tokenVersion: z.int(),
})
export type Confirmation = z.infer<typeof confirmationSchema>

/** Each session has its own cookie, so that a second registration does not replace the first confirmation. */
export const confirmationCookieName = (slug: string) => cookieName(`aangemeld.${slug}`)
export const confirmationCookieSeconds = 15 * 60

export const signConfirmation = (confirmation: Confirmation) => sign('signed-up', confirmation)

/** Returns the confirmation for this session, or `null` when the token is missing, forged or for another session. */
export function readConfirmation(token: string | undefined, slug: string): Confirmation | null {
  const parsed = confirmationSchema.safeParse(token ? verify('signed-up', token) : null)
  return parsed.success && parsed.data.slug === slug ? parsed.data : null
}
