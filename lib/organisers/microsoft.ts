import { isAPIError } from 'better-auth/api'
import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { auth } from './auth'
import { cookiesIn, type LoginCookie } from './login-cookies'
import { hasMicrosoft } from './microsoft-provider'

/** Where to send somebody who wants to log in with Microsoft, with the cookie that ties their return to this browser. */
export async function startMicrosoft(after: string): Promise<{ url: string; cookies: LoginCookie[] } | null> {
  if (!hasMicrosoft()) return null
  const { headers, response } = await auth().api.signInSocial({
    body: {
      provider: 'microsoft',
      callbackURL: `${siteUrl()}${after}`,
      errorCallbackURL: `${siteUrl()}${routes.microsoftRefused()}`,
      disableRedirect: true,
    },
    returnHeaders: true,
  })
  return response.url ? { url: response.url, cookies: cookiesIn(headers) } : null
}

/** Where somebody goes who comes back from Microsoft: on when they are an organiser, else back to the log-in page. */
export async function finishMicrosoft(request: {
  query: Record<string, string>
  headers: Headers
}): Promise<{ url: string; cookies: LoginCookie[] }> {
  const refused = { url: `${siteUrl()}${routes.microsoftRefused()}`, cookies: [] }
  if (!hasMicrosoft()) return refused
  try {
    await auth().api.callbackOAuth({ method: 'GET', params: { id: 'microsoft' }, ...request })
    return refused
  } catch (answer) {
    // better-auth throws its redirects.
    const location = isAPIError(answer) && new Headers(answer.headers).get('location')
    if (!location) throw answer
    // Why not is for the log: the page says the same of everybody, so that nobody can find out who is organiser here.
    const isIn = location.startsWith(`${siteUrl()}${routes.desk()}`) && !location.startsWith(refused.url)
    if (isIn) return { url: location, cookies: cookiesIn(new Headers(answer.headers)) }
    logger.warn({ way: 'microsoft' }, 'log-in refused')
    return refused
  }
}
