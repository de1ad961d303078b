import { routes } from '@/lib/platform/routes'

const adminPathPattern = new RegExp(`^${routes.admin()}(/[a-z0-9-]+)*(\\?[\\w=&%+.*-]*)?$`)

/** Returns the path to open after login: `requested` if it is in the admin area, else the home page of the admin area. */
export function safeReturnPath(requested: unknown): string {
  const isAdminPath = typeof requested === 'string' && requested.length < 500 && adminPathPattern.test(requested)
  return isAdminPath && !requested.startsWith(routes.login()) && !requested.startsWith(routes.firstOrganiser())
    ? requested
    : routes.admin()
}

/** Returns the path of the log-in page, which leads to `requestedPath` after login. */
export function loginPathReturningTo(requestedPath: string): string {
  const returnPath = safeReturnPath(requestedPath)
  return routes.login(returnPath === routes.admin() ? undefined : returnPath)
}
