import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { markActionEntered } from '@/lib/platform/action-entry'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { auth } from './auth'
import { loginPathReturningTo } from './login-redirect'
import { canManageOrganisers } from './rules'
import { type Role, roleSchema } from './schema'

// The one file of lib that knows Next: the login cookie is in the request.

export type CurrentOrganiser = {
  id: string
  name: string
  email: string
  role: Role
  /** Whether logging in asks for a code too. */
  twoFactorEnabled: boolean
  /** Of this login among others of the same person. */
  loginId: string
}

/** Who is logged in, or null. Looked up in the database for each request: whose access ended is out at once. */
export const getCurrentOrganiser = cache(async (): Promise<CurrentOrganiser | null> => {
  const login = await auth().api.getSession({ headers: await headers() })
  if (!login || login.user.endedAt) return null
  const { id, name, email, role, twoFactorEnabled } = login.user
  return {
    id,
    name,
    email,
    role: roleSchema.parse(role),
    twoFactorEnabled: Boolean(twoFactorEnabled),
    loginId: login.session.id,
  }
})

/**
 * Who is logged in, or where to go first: to the log-in page, which leads back to `path`, the page that asks. With
 * REQUIRE_TWO_FACTOR whoever has not set that up goes there, whatever they asked for.
 */
export async function organiserOrRedirect(path: string): Promise<CurrentOrganiser | { redirectTo: string }> {
  markActionEntered()
  const organiser = await getCurrentOrganiser()
  if (!organiser) return { redirectTo: loginPathReturningTo(path) }
  if (isTwoFactorRequired() && !organiser.twoFactorEnabled && path !== routes.twoFactor())
    return { redirectTo: routes.twoFactor() }
  return organiser
}

/** The same for pages and actions: anybody else is sent there. */
export async function requireOrganiser(path: string): Promise<CurrentOrganiser> {
  const result = await organiserOrRedirect(path)
  return 'redirectTo' in result ? redirect(result.redirectTo) : result
}

/** The same for what only an admin may; others are told so. */
export async function requireAdmin(path: string): Promise<CurrentOrganiser> {
  const organiser = await requireOrganiser(path)
  if (!canManageOrganisers(organiser.role)) {
    logger.warn({ organiser: organiser.id, path }, 'not allowed')
    redirect(routes.forbidden())
  }
  return organiser
}

/** Whether this installation asks everybody for two steps. */
export const isTwoFactorRequired = () => env().REQUIRE_TWO_FACTOR === 'true'
