import { isAPIError } from 'better-auth/api'
import { siteUrl } from '@/lib/platform/env'
import { logger } from '@/lib/platform/logger'
import { routes } from '@/lib/platform/routes'
import { auth, type LoginCookie, parseLoginCookies } from '../auth'
import { isMicrosoftLoginEnabled } from './provider'

type Redirect = { url: string; cookies: LoginCookie[] }

const refusalUrl = () => `${siteUrl()}${routes.loginAfterMicrosoftRefusal()}`

/** Returns the log-in URL of Microsoft and cookies that tie it to this browser. `null` if this login is disabled. */
export async function startMicrosoftLogin(returnPath: string): Promise<Redirect | null> {
  if (!isMicrosoftLoginEnabled()) return null
  const urls = { callbackURL: `${siteUrl()}${returnPath}`, errorCallbackURL: refusalUrl() }
  const { headers, response } = await auth().api.signInSocial({
    body: { provider: 'microsoft', disableRedirect: true, ...urls },
    returnHeaders: true,
  })
  return response.url ? { url: response.url, cookies: parseLoginCookies(headers) } : null
}

type Callback = { query: Record<string, string>; headers: Headers }

/** Completes a login at Microsoft. Returns a redirect to the requested admin page, or to the log-in page after a refusal. */
export async function completeMicrosoftLogin(request: Callback): Promise<Redirect> {
  const redirect = isMicrosoftLoginEnabled() ? await handleCallback(request) : null
  if (!redirect) return { url: refusalUrl(), cookies: [] }
  const isLoggedIn = redirect.url.startsWith(`${siteUrl()}${routes.admin()}`) && !redirect.url.startsWith(refusalUrl())
  if (isLoggedIn) return redirect
  // The page gives no reason, so that it does not reveal the addresses of organisers.
  logger.warn({ method: 'microsoft' }, 'log-in refused')
  return { url: refusalUrl(), cookies: [] }
}

/** Lets better-auth handle the return from Microsoft. Returns the redirect that it throws, `null` without one. */
async function handleCallback(request: Callback): Promise<Redirect | null> {
  try {
    await auth().api.callbackOAuth({ method: 'GET', params: { id: 'microsoft' }, ...request })
    return null
  } catch (thrown) {
    if (!isAPIError(thrown)) throw thrown
    const headers = new Headers(thrown.headers)
    const url = headers.get('location')
    if (!url) throw thrown
    return { url, cookies: parseLoginCookies(headers) }
  }
}
