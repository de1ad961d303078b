import { isAPIError } from 'better-auth/api'
import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { auth } from '../auth'
import { type LoginCookie, parseLoginCookies } from '../login-cookies'
import { isMicrosoftLoginEnabled } from './provider'

/** Where to send somebody who wants to log in with Microsoft, with the cookie that ties their return to this browser. */
export async function startMicrosoftLogin(returnPath: string): Promise<{ url: string; cookies: LoginCookie[] } | null> {
  if (!isMicrosoftLoginEnabled()) return null
  const { headers, response } = await auth().api.signInSocial({
    body: {
      provider: 'microsoft',
      callbackURL: `${siteUrl()}${returnPath}`,
      errorCallbackURL: `${siteUrl()}${routes.loginAfterMicrosoftRefusal()}`,
      disableRedirect: true,
    },
    returnHeaders: true,
  })
  return response.url ? { url: response.url, cookies: parseLoginCookies(headers) } : null
}

/** Where somebody goes who comes back from Microsoft: on when they are an organiser, else back to the log-in page. */
export async function completeMicrosoftLogin(request: {
  query: Record<string, string>
  headers: Headers
}): Promise<{ url: string; cookies: LoginCookie[] }> {
  const refused = { url: `${siteUrl()}${routes.loginAfterMicrosoftRefusal()}`, cookies: [] }
  if (!isMicrosoftLoginEnabled()) return refused
  try {
    await auth().api.callbackOAuth({ method: 'GET', params: { id: 'microsoft' }, ...request })
    return refused
  } catch (thrown) {
    // better-auth throws its redirects.
    const location = isAPIError(thrown) && new Headers(thrown.headers).get('location')
    if (!location) throw thrown
    // Why not is for the log: the page says the same of everybody, so that nobody can find out who is organiser here.
    const isLoggedIn = location.startsWith(`${siteUrl()}${routes.admin()}`) && !location.startsWith(refused.url)
    if (isLoggedIn) return { url: location, cookies: parseLoginCookies(new Headers(thrown.headers)) }
    logger.warn({ method: 'microsoft' }, 'log-in refused')
    return refused
  }
}
