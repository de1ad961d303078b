import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach } from 'vitest'
import { frontDoor } from '@/lib/platform/front-door/front-door'

export type Site = (request: IncomingMessage, response: ServerResponse) => void
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** The front door on a free port, before a site of the test's own. */
export async function standing(
  site: Site,
  { databaseUp = true, trustedProxies = 0, siteUrl = 'https://aanmelden.example.nl' } = {},
) {
  const handle = frontDoor({
    handle: async (request, response) => site(request, response),
    siteUrl,
    trustedProxies,
    databaseAnswers: async () => databaseUp,
    developing: false,
  })
  const server = createServer((request, response) => void handle(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  open.push(() => server.close())
  return (server.address() as AddressInfo).port
}

type Sent = { path?: string; method?: string; headers?: Record<string, string>; body?: string }
export function send(port: number, { path = '/', method = 'GET', headers = {}, body }: Sent) {
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

/** A site where all is well. */
export const fine: Site = (_, response) => response.end('fine')
export const html = { accept: 'text/html' }
