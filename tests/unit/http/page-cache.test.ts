import { createHash } from 'node:crypto'
import { request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import {
  okHandler,
  type SiteHandler,
  sendRequest,
  startRequestHandlerServer,
} from '@/tests/support/servers/request-handler-server'

const sessionPath = '/sessies/voorbeeld'

/** Returns a site that answers with the number of requests so far. */
function countingSite() {
  const seen: { url?: string; headers: Record<string, unknown> }[] = []
  const site: SiteHandler = (request, response) => {
    seen.push({ url: request.url, headers: { ...request.headers } })
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<p>${seen.length}</p>`)
  }
  return { seen, site }
}

describe('a page that is the same for every visitor', () => {
  it('is rendered once for fifty concurrent visitors, and again after a second', async () => {
    const { seen, site } = countingSite()
    const port = await startRequestHandlerServer(site)
    const visitFiftyTimes = () =>
      Promise.all(Array.from({ length: 50 }, () => sendRequest(port, { path: sessionPath })))
    expect(new Set((await visitFiftyTimes()).map(({ text }) => text))).toEqual(new Set(['<p>1</p>']))
    await pause(1_100)
    expect((await visitFiftyTimes()).map(({ text }) => text)).toEqual(Array(50).fill('<p>2</p>'))
    expect(seen).toHaveLength(2)
  })

  it('is rendered without the cookies, host and address of the first visitor', async () => {
    const { seen, site } = countingSite()
    const headers = { cookie: 'a=b', host: 'boos.example.com', 'x-forwarded-for': '6.6.6.6', 'accept-encoding': 'gzip' }
    await sendRequest(await startRequestHandlerServer(site, { trustedProxies: 1 }), { path: sessionPath, headers })
    expect(Object.keys(seen[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'content-security-policy',
      'host',
      'x-aanschuif-ip',
    ])
    expect(seen[0]?.headers.host).toBe('aanmelden.example.nl')
  })

  it('is sent to other visitors after the first one disconnects', async () => {
    let finish = () => {}
    const port = await startRequestHandlerServer((_, response) => {
      finish = () => response.end('klaar')
    })
    const first = request({ port, host: '127.0.0.1', path: sessionPath, agent: false }).end()
    first.on('error', () => undefined)
    const second = sendRequest(port, { path: sessionPath })
    await pause(100)
    first.destroy()
    await pause(50)
    finish()
    expect(await second).toMatchObject({ status: 200, text: 'klaar' })
  })

  it.each([
    ['a query string', { path: `${sessionPath}?a=b` }],
    ['the registration form, which has a token', { path: `${sessionPath}/aanmelden` }],
    ['a personal page', { path: '/deelnemen/abc' }],
    ['the admin area', { path: '/beheer' }],
    ['part of a page for a script', { path: sessionPath, headers: { rsc: '1' } }],
  ])('is not cached for %s', async (_, options) => {
    const { seen, site } = countingSite()
    const port = await startRequestHandlerServer(site)
    await sendRequest(port, options)
    expect((await sendRequest(port, options)).text).toBe('<p>2</p>')
    expect(seen).toHaveLength(2)
  })

  it.each([404, 500])('is not cached with status %i', async (status) => {
    let isFixed = false
    const port = await startRequestHandlerServer((request, response) => {
      response.statusCode = isFixed ? 200 : status
      response.setHeader('content-type', 'text/html')
      response.end(`${request.url}`)
    })
    expect((await sendRequest(port, { path: sessionPath })).status).toBe(status)
    isFixed = true
    expect(await sendRequest(port, { path: sessionPath })).toMatchObject({ status: 200, text: sessionPath })
  })

  it('is rendered again during and after a POST in the admin area', async () => {
    const { site } = countingSite()
    const pendingPosts: (() => void)[] = []
    const port = await startRequestHandlerServer((request, response) => {
      if (request.method === 'POST') pendingPosts.push(() => response.end())
      else site(request, response)
    })
    const text = async () => (await sendRequest(port, { path: '/' })).text
    expect([await text(), await text()]).toEqual(['<p>1</p>', '<p>1</p>'])
    const change = sendRequest(port, {
      method: 'POST',
      path: '/beheer/x',
      headers: { origin: `https://127.0.0.1:${port}` },
    })
    while (pendingPosts.length === 0) await pause(10)
    expect([await text(), await text()]).toEqual(['<p>2</p>', '<p>3</p>'])
    pendingPosts[0]?.()
    await change
    expect([await text(), await text()]).toEqual(['<p>4</p>', '<p>4</p>'])
  })
})

describe('the scripts of a cached page', () => {
  const ownScript = 'self.__next_f.push([1,"<b> & \\" nonce=\\"x\\""])'
  const site: SiteHandler = (request, response) => {
    const [, nonce] = String(request.headers['content-security-policy']).match(/'nonce-([^']+)'/) ?? []
    response.setHeader('link', `</a.css>; rel=preload; as="style"; nonce="${nonce}"`)
    response.end(
      `<script src="/a.js" nonce="${nonce}"></script><script nonce="${nonce}">${ownScript}</script><script>boos()</script>`,
    )
  }

  it('are allowed by their hash, and an injected script is not', async () => {
    const { text, headers } = await sendRequest(await startRequestHandlerServer(site), { path: sessionPath })
    const hash = createHash('sha256').update(ownScript).digest('base64')
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(headers.link).toBe('</a.css>; rel=preload; as="style"')
    expect(text).toBe(`<script src="/a.js"></script><script>${ownScript}</script><script>boos()</script>`)
  })
})

describe('a cached page', () => {
  const longText = 'Kennissessie. '.repeat(500)
  const get = (port: number, accepted: string, method = 'GET') =>
    new Promise<{ encoding?: string; length?: string; body: Buffer }>((resolve) => {
      const headers = { 'accept-encoding': accepted }
      request({ port, host: '127.0.0.1', path: sessionPath, method, headers, agent: false }, async (response) => {
        const { 'content-encoding': encoding, 'content-length': length } = response.headers
        resolve({ encoding, length, body: Buffer.concat(await response.toArray()) })
      }).end()
    })

  it.each([
    ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
    ['gzip;q=1.0, *;q=0', 'gzip', gunzipSync],
    ['br;q=0, gzip', 'gzip', gunzipSync],
    ['deflate', undefined, (body: Buffer) => body],
    ['', undefined, (body: Buffer) => body],
  ])('is encoded as the browser accepts: %j', async (accepted, encoding, unpack) => {
    const port = await startRequestHandlerServer((_, response) => void response.end(longText))
    const answer = await get(port, accepted)
    expect(answer).toMatchObject({ encoding, length: String(answer.body.length) })
    expect(unpack(answer.body).toString()).toBe(longText)
  })

  it('is sent without its body after HEAD', async () => {
    const port = await startRequestHandlerServer(okHandler)
    expect(await get(port, '', 'HEAD')).toMatchObject({ length: '4', body: Buffer.alloc(0) })
    expect((await get(port, '')).body.toString()).toBe('fine')
  })
})
