import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export type TokenServer = {
  /** The authority to which a tenant is added. */
  url: string
  /** The path and form of each request. */
  requests: { path: string; form: Record<string, string> }[]
  /** Status and JSON body of the next answers, instead of a token. */
  refusal: { status: number; body: object } | null
  close(): Promise<void>
}

/** A token endpoint as Microsoft Entra has it, on loopback. It grants "token-1", then "token-2", and so on. */
export async function startTokenServer(): Promise<TokenServer> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()))
    state.requests.push({ path: request.url ?? '', form })
    const granted = { status: 200, body: { access_token: `token-${state.requests.length}`, expires_in: 3599 } }
    const { status, body } = state.refusal ?? granted
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const state: TokenServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: [],
    refusal: null,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
  return state
}
