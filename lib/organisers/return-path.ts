import { routes } from '@/lib/platform/routes'

const deskPath = new RegExp(`^${routes.desk()}(/[a-z0-9-]+)*(\\?[\\w=&%+.*-]*)?$`)

/** Where to go after logging in: the page that was asked for when it is one of the desk, else the desk itself. */
export function pageAfterLogin(asked: unknown): string {
  const safe = typeof asked === 'string' && asked.length < 500 && deskPath.test(asked)
  return safe && !asked.startsWith(routes.login()) && !asked.startsWith(routes.firstOrganiser()) ? asked : routes.desk()
}

/** The log-in page that brings somebody back to the page they asked for. */
export function loginPage(asked: string): string {
  const after = pageAfterLogin(asked)
  return routes.login(after === routes.desk() ? undefined : after)
}
