import { z } from 'zod'
import { cookieName } from '@/lib/http/cookies'
import { randomId, sign, verify } from '@/lib/platform/tokens'

/** Schema of what the page after a registration shows. A signed cookie holds it, to keep addresses out of URLs. */
const confirmationSchema = z.object({
  id: z.string(),
  /** `idempotencyKey` of the registration form that was sent. */
  form: z.string(),
  slug: z.string(),
  name: z.string(),
  email: z.string(),
  askedBeforeDeadline: z.boolean(),
  isWaitlisted: z.boolean(),
  isChange: z.boolean(),
  isChangedLate: z.boolean(),
})
export type Confirmation = z.infer<typeof confirmationSchema>

const cookiePrefix = () => cookieName('aangemeld.')

/** Returns the cookie name of one confirmation. Each has its own, so that two tabs do not show each other's address. */
export const confirmationCookieName = (id: string) => cookiePrefix() + id
export const confirmationCookieSeconds = 15 * 60

export const newConfirmationId = randomId

export const signConfirmation = (confirmation: Confirmation) => sign('signed-up', confirmation)

/** Returns the confirmation in a cookie value, or `null` when it is missing, forged or for another session. */
export function readConfirmation(token: string | undefined, slug: string): Confirmation | null {
  const parsed = confirmationSchema.safeParse(token ? verify('signed-up', token) : null)
  return parsed.success && parsed.data.slug === slug ? parsed.data : null
}

type Cookie = { name: string; value: string }

/** Returns whether the cookies hold a confirmation of this form: the user saw the result before sending it again. */
export const wasFormAnswered = (cookies: Cookie[], { form, slug }: { form: string; slug: string }): boolean =>
  cookies.some(({ name, value }) => name.startsWith(cookiePrefix()) && readConfirmation(value, slug)?.form === form)
