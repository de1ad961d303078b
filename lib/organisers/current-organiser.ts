import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { markActionEntered } from '@/lib/platform/action-entry'
import { clock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { getLogin, hasLoginCookie, recordLoginUse } from './auth'
import { loginPathReturningTo } from './login-path'
import { canManageOrganisers } from './rules'
import { roleSchema } from './schema'

// The only file of lib that imports Next, because the login cookie is in the request.

/** Returns the logged-in organiser, or `null`. Reads the database at each request, so ended access is effective at once. */
export const getCurrentOrganiser = cache(async () => {
  const now = clock.now()
  const login = await getLogin(await headers(), now)
  if (!login || login.organiser.endedAt) return null
  await recordLoginUse(login, now)
  const { id, name, email, role, twoFactorEnabled } = login.organiser
  return {
    id,
    name,
    email,
    role: roleSchema.parse(role),
    twoFactorEnabled: Boolean(twoFactorEnabled),
    loginId: login.id,
  }
})

/** Returns whether the visitor has a login cookie, so that a page can report that the login has ended. */
export const wasLoggedIn = async () => hasLoginCookie(await headers())

export type CurrentOrganiser = NonNullable<Awaited<ReturnType<typeof getCurrentOrganiser>>>

/**
 * Returns the logged-in organiser, or the page to visit before `path`: the log-in page, which leads back to `path`, or
 * two-factor setup if REQUIRE_TWO_FACTOR demands it.
 */
export async function organiserOrRedirect(path: string): Promise<CurrentOrganiser | { redirectTo: string }> {
  markActionEntered()
  const organiser = await getCurrentOrganiser()
  if (!organiser) return { redirectTo: loginPathReturningTo(path) }
  if (isTwoFactorRequired() && !organiser.twoFactorEnabled && path !== routes.twoFactor())
    return { redirectTo: routes.twoFactor() }
  return organiser
}

/** Returns the logged-in organiser for a page or action at `path`, or redirects to the log-in page or two-factor setup. */
export async function requireOrganiser(path: string): Promise<CurrentOrganiser> {
  const result = await organiserOrRedirect(path)
  return 'redirectTo' in result ? redirect(result.redirectTo) : result
}

/** Returns the logged-in admin for a page or action at `path`. Redirects other organisers to a page about the refusal. */
export async function requireAdmin(path: string): Promise<CurrentOrganiser> {
  const organiser = await requireOrganiser(path)
  if (!canManageOrganisers(organiser.role)) {
    logger.warn({ organiser: organiser.id, path }, 'not allowed')
    redirect(routes.forbidden())
  }
  return organiser
}

export const isTwoFactorRequired = () => env().REQUIRE_TWO_FACTOR === 'true'
