import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import { createRequestHandler } from '@/lib/http/request-handler'

export type SiteHandler = (request: IncomingMessage, response: ServerResponse) => void
const closeServers: (() => void)[] = []
afterEach(() => {
  for (const close of closeServers.splice(0)) close()
})

/** Starts the request handler on a free port in front of `site`. Returns the port. */
export async function startRequestHandlerServer(
  site: SiteHandler,
  { databaseUp = true, trustedProxies = 0, siteUrl = 'https://aanmelden.example.nl' } = {},
) {
  const handle = createRequestHandler({
    handle: async (request, response) => site(request, response),
    siteUrl,
    trustedProxies,
    isDatabaseReachable: async () => databaseUp,
    isDevelopment: false,
  })
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closeServers.push(() => server.close())
  return (server.address() as AddressInfo).port
}

type RequestOptions = { path?: string; method?: string; headers?: Record<string, string>; body?: string }
export function sendRequest(port: number, { path = '/', method = 'GET', headers = {}, body }: RequestOptions) {
  return new Promise<{ status: number; text: string; headers: IncomingMessage['headers'] }>((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', path, method, headers, agent: false }, (response) => {
      let text = ''
      response.on('data', (chunk) => {
        text += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }))
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export const okHandler: SiteHandler = (_, response) => response.end('fine')
export const acceptHtml = { accept: 'text/html' }
