import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

type Claims = Record<string, unknown>
export type OidcServer = {
  url: string
  /** Who logs in there next: laid over the claims of a good token. */
  nextClaims: Claims
  /** What was asked at the token endpoint that was not as it should be. */
  problems: string[]
  /** Where the token endpoint sends on whoever asks it; null when it answers. */
  tokenRedirectTo: string | null
  close(): Promise<void>
}

type OidcSettings = { tenant: string; clientId: string; clientSecret: string }
type PendingLogin = { redirectUri: string; challenge: string; claims: Claims }

/** A small OpenID Connect server with the paths of Microsoft's: who comes to log in is let in at once, as `person`. */
export async function startOidcServer({ tenant, clientId, clientSecret }: OidcSettings): Promise<OidcServer> {
  const codes = new Map<string, PendingLogin>()
  const oidc: OidcServer = {
    url: '',
    nextClaims: {},
    problems: [],
    tokenRedirectTo: null,
    close: async () => undefined,
  }

  function authorise(query: URLSearchParams): string {
    const redirectUri = query.get('redirect_uri') ?? ''
    if (query.get('client_id') !== clientId) oidc.problems.push('another client')
    if (query.get('code_challenge_method') !== 'S256') oidc.problems.push('no PKCE')
    const code = randomUUID()
    codes.set(code, { redirectUri, challenge: query.get('code_challenge') ?? '', claims: { ...oidc.nextClaims } })
    const back = new URL(redirectUri)
    back.search = String(new URLSearchParams({ code, state: query.get('state') ?? '' }))
    return back.href
  }

  function exchange(form: URLSearchParams, authorization: string) {
    const pending = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const basic = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (![form.get('client_secret'), decodeURIComponent(basic.split(':')[1] ?? '')].includes(clientSecret)) return null
    if (pending?.redirectUri !== form.get('redirect_uri') || pending?.challenge !== verifier) return null
    const seconds = Math.floor(Date.now() / 1000)
    const timestamps = { iat: seconds, nbf: seconds, exp: seconds + 3600 }
    const good = { iss: `${oidc.url}/${tenant}/v2.0`, aud: clientId, tid: tenant, sub: 'persoon', ...timestamps }
    const idToken = [
      { alg: 'RS256', typ: 'JWT' },
      { ...good, ...pending.claims },
    ]
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .concat('handtekening')
      .join('.')
    return { token_type: 'Bearer', expires_in: 3600, access_token: 'geheim-toegangsbewijs', id_token: idToken }
  }

  const server = createServer(async (request: IncomingMessage, response) => {
    const url = new URL(request.url ?? '', oidc.url)
    if (url.pathname === `/${tenant}/oauth2/v2.0/authorize`) {
      response.writeHead(302, { location: authorise(url.searchParams) }).end()
      return
    }
    const isToken = url.pathname === `/${tenant}/oauth2/v2.0/token`
    if (isToken && oidc.tokenRedirectTo) {
      response.writeHead(307, { location: oidc.tokenRedirectTo }).end()
      return
    }
    const form = new URLSearchParams(await text(request))
    const answer = isToken ? exchange(form, request.headers.authorization ?? '') : null
    if (!answer) oidc.problems.push(`refused ${request.method} ${url.pathname}`)
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  oidc.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  oidc.close = () => new Promise((resolve) => server.close(() => resolve()))
  return oidc
}
