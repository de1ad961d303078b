import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

export type Claims = Record<string, unknown>
export type Oidc = {
  url: string
  /** Who logs in there next: laid over the claims of a good token. */
  person: Claims
  /** What was asked at the token endpoint that was not as it should be. */
  complaints: string[]
  /** Where the token endpoint sends on whoever asks it; null when it answers. */
  sendsOnTo: string | null
  close(): Promise<void>
}

type Settings = { tenant: string; clientId: string; clientSecret: string }
type Asked = { redirectUri: string; challenge: string; claims: Claims }

/** A small OpenID Connect server with the paths of Microsoft's: who comes to log in is let in at once, as `person`. */
export async function startOidc({ tenant, clientId, clientSecret }: Settings): Promise<Oidc> {
  const codes = new Map<string, Asked>()
  const oidc: Oidc = { url: '', person: {}, complaints: [], sendsOnTo: null, close: async () => undefined }

  function authorise(query: URLSearchParams): string {
    const redirectUri = query.get('redirect_uri') ?? ''
    if (query.get('client_id') !== clientId) oidc.complaints.push('another client')
    if (query.get('code_challenge_method') !== 'S256') oidc.complaints.push('no PKCE')
    const code = randomUUID()
    codes.set(code, { redirectUri, challenge: query.get('code_challenge') ?? '', claims: { ...oidc.person } })
    const back = new URL(redirectUri)
    back.search = String(new URLSearchParams({ code, state: query.get('state') ?? '' }))
    return back.href
  }

  function exchange(form: URLSearchParams, authorization: string) {
    const asked = codes.get(form.get('code') ?? '')
    codes.delete(form.get('code') ?? '')
    const basic = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
    const verifier = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    if (![form.get('client_secret'), decodeURIComponent(basic.split(':')[1] ?? '')].includes(clientSecret)) return null
    if (asked?.redirectUri !== form.get('redirect_uri') || asked?.challenge !== verifier) return null
    const seconds = Math.floor(Date.now() / 1000)
    const stamps = { iat: seconds, nbf: seconds, exp: seconds + 3600 }
    const good = { iss: `${oidc.url}/${tenant}/v2.0`, aud: clientId, tid: tenant, sub: 'persoon', ...stamps }
    const idToken = [
      { alg: 'RS256', typ: 'JWT' },
      { ...good, ...asked.claims },
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
    if (isToken && oidc.sendsOnTo) {
      response.writeHead(307, { location: oidc.sendsOnTo }).end()
      return
    }
    const form = new URLSearchParams(await text(request))
    const answer = isToken ? exchange(form, request.headers.authorization ?? '') : null
    if (!answer) oidc.complaints.push(`refused ${request.method} ${url.pathname}`)
    response.writeHead(answer ? 200 : 400, { 'content-type': 'application/json' }).end(JSON.stringify(answer ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  oidc.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  oidc.close = () => new Promise((resolve) => server.close(() => resolve()))
  return oidc
}
