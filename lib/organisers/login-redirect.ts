import { routes } from '@/lib/platform/routes'

const adminPathPattern = new RegExp(`^${routes.admin()}(/[a-z0-9-]+)*(\\?[\\w=&%+.*-]*)?$`)

/** The page to open after login: the requested page if it is in the admin area, else the home page of the admin area. */
export function safeReturnPath(requested: unknown): string {
  const isAdminPath = typeof requested === 'string' && requested.length < 500 && adminPathPattern.test(requested)
  return isAdminPath && !requested.startsWith(routes.login()) && !requested.startsWith(routes.firstOrganiser())
    ? requested
    : routes.admin()
}

/** Path of the login page, which later redirects to the requested page. */
export function loginPathReturningTo(requestedPath: string): string {
  const returnPath = safeReturnPath(requestedPath)
  return routes.login(returnPath === routes.admin() ? undefined : returnPath)
}
