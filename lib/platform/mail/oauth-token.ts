import { z } from 'zod'
import { clock } from '../clock'

/** The app registration in Microsoft Entra that may send mail (permission SMTP.SendAsApp of Exchange Online). */
export type MailOAuth = {
  tenant: string
  clientId: string
  clientSecret: string
  /** Base address of the Microsoft log-in server, without a slash at the end, such as https://login.microsoftonline.com. */
  authority: string
}

const scope = 'https://outlook.office365.com/.default'
const requestTimeoutMs = 30_000
/** An access token is replaced this long before it expires, so that it stays valid until the SMTP login is done. */
const marginMs = 60_000

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() })
const refusalSchema = z.object({ error: z.string(), error_description: z.string().default('') })

/**
 * Returns a function that returns a valid access token and the instant `expires` (in ms) at which to replace it. The
 * function requests a new token after that instant, or with `renew` if the mail server refused the token. It throws an
 * error with code `EOAUTH2` if Microsoft refuses the app, and `EOAUTHSERVER` if Microsoft does not answer or fails.
 */
export function createTokenSource(oauth: MailOAuth) {
  let current: Promise<{ token: string; expires: number }> | null = null
  let expires = 0
  return async (renew: boolean) => {
    if (!current || renew || expires <= clock.now().getTime()) {
      const requested = requestToken(oauth)
      current = requested
      expires = Number.POSITIVE_INFINITY
      await requested.then(
        (token) => {
          expires = token.expires
        },
        () => {
          current = null
        },
      )
      return await requested
    }
    return await current
  }
}

/** Asks Microsoft Entra for a token by the client credentials grant (RFC 6749, section 4.4). */
async function requestToken({ tenant, clientId, clientSecret, authority }: MailOAuth) {
  const grant = { grant_type: 'client_credentials', client_id: clientId, client_secret: clientSecret, scope }
  const response = await fetch(`${authority}/${encodeURIComponent(tenant)}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(grant),
    redirect: 'error',
    signal: AbortSignal.timeout(requestTimeoutMs),
  }).catch((error: Error) => {
    throw tokenError('EOAUTHSERVER', `no access token: ${error.message}`)
  })
  const body: unknown = await response.json().catch(() => null)
  const { data: granted } = tokenSchema.safeParse(body)
  if (response.ok && granted) {
    return { token: granted.access_token, expires: clock.now().getTime() + granted.expires_in * 1000 - marginMs }
  }
  const { data: refusal } = refusalSchema.safeParse(body)
  const isRefused = refusal && response.status < 500 && response.status !== 429
  const [reason = ''] = (refusal?.error_description || refusal?.error || '').split(/[\r\n]| Trace ID:/)
  throw tokenError(isRefused ? 'EOAUTH2' : 'EOAUTHSERVER', `no access token: HTTP ${response.status} ${reason}`.trim())
}

const tokenError = (code: 'EOAUTH2' | 'EOAUTHSERVER', message: string) => Object.assign(new Error(message), { code })
