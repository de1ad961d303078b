import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { finishMicrosoftSignIn, type LoginCookie, startMicrosoftSignIn } from '../auth-adapter'
import { isMicrosoftLoginEnabled } from './provider'

const refusalUrl = () => `${siteUrl()}${routes.loginAfterMicrosoftRefusal()}`

/** Returns the address at Microsoft, and the cookies that tie the return to this browser. Returns `null` if it is disabled. */
export async function startMicrosoftLogin(returnPath: string): Promise<{ url: string; cookies: LoginCookie[] } | null> {
  return isMicrosoftLoginEnabled() ? await startMicrosoftSignIn(`${siteUrl()}${returnPath}`, refusalUrl()) : null
}

/** Completes a login at Microsoft. Returns the page to go to: the requested admin page, or the log-in page after a refusal. */
export async function completeMicrosoftLogin(request: {
  query: Record<string, string>
  headers: Headers
}): Promise<{ url: string; cookies: LoginCookie[] }> {
  const refused = { url: refusalUrl(), cookies: [] }
  const redirect = isMicrosoftLoginEnabled() ? await finishMicrosoftSignIn(request) : null
  if (!redirect) return refused
  const isLoggedIn = redirect.url.startsWith(`${siteUrl()}${routes.admin()}`) && !redirect.url.startsWith(refused.url)
  if (isLoggedIn) return redirect
  // The page gives no reason, so that it does not reveal the addresses of organisers.
  logger.warn({ method: 'microsoft' }, 'log-in refused')
  return refused
}
