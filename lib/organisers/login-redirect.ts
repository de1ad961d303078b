import { routes } from '@/lib/platform/routes'

const adminPathPattern = new RegExp(`^${routes.admin()}(/[a-z0-9-]+)*(\\?[\\w=&%+.*-]*)?$`)

/** Where to go after logging in: the page that was asked for when it is one of the desk, else the desk itself. */
export function safeReturnPath(requested: unknown): string {
  const isAdminPath = typeof requested === 'string' && requested.length < 500 && adminPathPattern.test(requested)
  return isAdminPath && !requested.startsWith(routes.login()) && !requested.startsWith(routes.firstOrganiser())
    ? requested
    : routes.admin()
}

/** The log-in page that brings somebody back to the page they asked for. */
export function loginPathReturningTo(requestedPath: string): string {
  const returnPath = safeReturnPath(requestedPath)
  return routes.login(returnPath === routes.admin() ? undefined : returnPath)
}
