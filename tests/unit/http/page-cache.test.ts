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

/** A site that counts how often it is asked, and answers with that. */
function countingSite() {
  const seen: { url?: string; headers: Record<string, unknown> }[] = []
  const site: SiteHandler = (request, response) => {
    seen.push({ url: request.url, headers: { ...request.headers } })
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<p>${seen.length}</p>`)
  }
  return { seen, site }
}

describe('a page that all visitors get alike', () => {
  it('is made once for fifty who come at once, and again a second later', async () => {
    const { seen, site } = countingSite()
    const port = await startRequestHandlerServer(site)
    const fifty = () => Promise.all(Array.from({ length: 50 }, () => sendRequest(port, { path: sessionPath })))
    expect(new Set((await fifty()).map(({ text }) => text))).toEqual(new Set(['<p>1</p>']))
    await pause(1_100)
    expect((await fifty()).map(({ text }) => text)).toEqual(Array(50).fill('<p>2</p>'))
    expect(seen).toHaveLength(2)
  })

  it('is made for nobody: no cookie, no host and no address of the first who came is in it', async () => {
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

  it('comes to others also when the first who asked has gone', async () => {
    let letGo = () => {}
    const port = await startRequestHandlerServer((_, response) => {
      letGo = () => response.end('klaar')
    })
    const first = request({ port, host: '127.0.0.1', path: sessionPath, agent: false }).end()
    first.on('error', () => undefined)
    const second = sendRequest(port, { path: sessionPath })
    await pause(100)
    first.destroy()
    await pause(50)
    letGo()
    expect(await second).toMatchObject({ status: 200, text: 'klaar' })
  })

  it.each([
    ['with a question behind it', { path: `${sessionPath}?a=b` }],
    ['the form, which has a token', { path: `${sessionPath}/aanmelden` }],
    ['somebody’s own', { path: '/deelnemen/abc' }],
    ['the desk', { path: '/beheer' }],
    ['a part of it, for a script', { path: sessionPath, headers: { rsc: '1' } }],
  ])('is not kept when it is another: %s', async (_, asked) => {
    const { seen, site } = countingSite()
    const port = await startRequestHandlerServer(site)
    await sendRequest(port, asked)
    expect((await sendRequest(port, asked)).text).toBe('<p>2</p>')
    expect(seen).toHaveLength(2)
  })

  it.each([404, 500])('is not kept when it is none: %i', async (status) => {
    let good = false
    const port = await startRequestHandlerServer((asked, response) => {
      response.statusCode = good ? 200 : status
      response.setHeader('content-type', 'text/html')
      response.end(`${asked.url}`)
    })
    expect((await sendRequest(port, { path: sessionPath })).status).toBe(status)
    good = true
    expect(await sendRequest(port, { path: sessionPath })).toMatchObject({ status: 200, text: sessionPath })
  })

  it('is made anew after a change at the desk, and while one is made', async () => {
    const { site } = countingSite()
    const held: (() => void)[] = []
    const port = await startRequestHandlerServer((asked, response) => {
      if (asked.method === 'POST') held.push(() => response.end())
      else site(asked, response)
    })
    const text = async () => (await sendRequest(port, { path: '/' })).text
    expect([await text(), await text()]).toEqual(['<p>1</p>', '<p>1</p>'])
    const change = sendRequest(port, {
      method: 'POST',
      path: '/beheer/x',
      headers: { origin: `http://127.0.0.1:${port}` },
    })
    while (held.length === 0) await pause(10)
    expect([await text(), await text()]).toEqual(['<p>2</p>', '<p>3</p>'])
    held[0]?.()
    await change
    expect([await text(), await text()]).toEqual(['<p>4</p>', '<p>4</p>'])
  })
})

describe('the scripts of a kept page', () => {
  const ours = 'self.__next_f.push([1,"<b> & \\" nonce=\\"x\\""])'
  const site: SiteHandler = (asked, response) => {
    const [, nonce] = String(asked.headers['content-security-policy']).match(/'nonce-([^']+)'/) ?? []
    response.setHeader('link', `</a.css>; rel=preload; as="style"; nonce="${nonce}"`)
    response.end(
      `<script src="/a.js" nonce="${nonce}"></script><script nonce="${nonce}">${ours}</script><script>boos()</script>`,
    )
  }

  it('are let in by their hashes; one that somebody got into it is not', async () => {
    const { text, headers } = await sendRequest(await startRequestHandlerServer(site), { path: sessionPath })
    const hash = createHash('sha256').update(ours).digest('base64')
    expect(headers['content-security-policy']).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(headers.link).toBe('</a.css>; rel=preload; as="style"')
    expect(text).toBe(`<script src="/a.js"></script><script>${ours}</script><script>boos()</script>`)
  })
})

describe('a kept page goes out', () => {
  const long = 'Kennissessie. '.repeat(500)
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
  ])('as the browser takes it: %j', async (accepted, encoding, unpack) => {
    const port = await startRequestHandlerServer((_, response) => void response.end(long))
    const answer = await get(port, accepted)
    expect(answer).toMatchObject({ encoding, length: String(answer.body.length) })
    expect(unpack(answer.body).toString()).toBe(long)
  })

  it('without its body after HEAD', async () => {
    const port = await startRequestHandlerServer(okHandler)
    expect(await get(port, '', 'HEAD')).toMatchObject({ length: '4', body: Buffer.alloc(0) })
    expect((await get(port, '')).body.toString()).toBe('fine')
  })
})
