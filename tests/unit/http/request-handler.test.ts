import { type IncomingMessage, request, type ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientIpHeader } from '@/lib/http/client-ip'
import {
  okHandler,
  type SiteHandler,
  sendRequest,
  startRequestHandlerServer,
} from '@/tests/support/servers/request-handler-server'

describe('a POST', () => {
  const ownHeaders = (port: number) => ({ origin: `https://127.0.0.1:${port}`, 'content-length': '2' })

  it('is accepted with the Origin of the host and of the public address', async () => {
    const port = await startRequestHandlerServer(okHandler)
    for (const origin of [`https://127.0.0.1:${port}`, 'https://aanmelden.example.nl']) {
      const headers = { origin, 'content-length': '2' }
      expect(await sendRequest(port, { method: 'POST', headers, body: 'ok' })).toMatchObject({ status: 200 })
    }
  })

  it.each([
    ['without an Origin', {}],
    ['from another site', { origin: 'https://example.com' }],
    ['with the Origin `null`', { origin: 'null' }],
    ['with the Origin `null` from another site', { origin: 'null', 'sec-fetch-site': 'same-site' }],
    ['with an Origin that is not a URL', { origin: 'aanmelden.example.nl' }],
    ['over http from the address of an https site', { origin: 'http://aanmelden.example.nl' }],
    ['from a site whose name ends like ours', { origin: 'https://boos-aanmelden.example.nl' }],
  ])('is refused with 403 %s', async (_, origin) => {
    const port = await startRequestHandlerServer(okHandler)
    const headers = { ...origin, 'content-length': '2' }
    const answer = await sendRequest(port, { method: 'POST', headers, body: 'ok' })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('<html lang="nl">')
  })

  it('is accepted with the Origin `null` when the browser says that it comes from this site, and Next gets ours', async () => {
    const echoOrigin: SiteHandler = ({ headers }, response) =>
      response.end(`${headers.origin} ${headers['x-forwarded-host']}`)
    const port = await startRequestHandlerServer(echoOrigin)
    const headers = { origin: 'null', 'sec-fetch-site': 'same-origin', 'content-length': '2' }
    expect(await sendRequest(port, { method: 'POST', headers, body: 'ok' })).toMatchObject({
      status: 200,
      text: 'https://aanmelden.example.nl aanmelden.example.nl',
    })
  })

  it('of 64 kB that is refused with 403 is read first, so that the client receives the page', async () => {
    const port = await startRequestHandlerServer(okHandler)
    const answer = await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: 'x'.repeat(64 * 1024) })
    expect(answer.status).toBe(403)
    expect(await answer.text()).toContain('<html lang="nl">')
  })

  it('is refused with 413 when its Content-Length exceeds 64 kB, before the body is read', async () => {
    const port = await startRequestHandlerServer(okHandler)
    const headers = { ...ownHeaders(port), 'content-length': String(64 * 1024 + 1) }
    expect(await sendRequest(port, { method: 'POST', headers, body: 'x' })).toMatchObject({ status: 413 })
    const largest = { ...ownHeaders(port), 'content-length': String(64 * 1024) }
    expect(await sendRequest(port, { method: 'POST', headers: largest, body: 'x'.repeat(64 * 1024) })).toMatchObject({
      status: 200,
    })
  })

  it('is refused with 413 when a chunked body exceeds 64 kB', async () => {
    const echo: SiteHandler = (request, response) => void request.pipe(response)
    const port = await startRequestHandlerServer(echo)
    const headers = { origin: `https://127.0.0.1:${port}`, 'transfer-encoding': 'chunked' }
    expect(await sendRequest(port, { method: 'POST', headers, body: 'klein' })).toMatchObject({
      status: 200,
      text: 'klein',
    })
    expect(await sendRequest(port, { method: 'POST', headers, body: 'x'.repeat(64 * 1024 + 1) })).toMatchObject({
      status: 413,
    })
  })

  it('of a megabyte is refused with a page that a client reads after sending everything', async () => {
    const port = await startRequestHandlerServer(okHandler)
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { origin: `https://127.0.0.1:${port}` },
      body: 'x'.repeat(1_000_000),
    })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Dat is te veel tekst')
  })

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['without parts', 'multipart/form-data; boundary=x', 'geen formulier'],
    ['cut off', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
  ])('with a malformed form is refused with 400: %s', async (_, type, body) => {
    const parseForm = async (request: IncomingMessage, response: ServerResponse) => {
      const content = new Uint8Array(Buffer.concat(await request.toArray()))
      const form = new Response(content, { headers: { 'content-type': type } }).formData()
      response.statusCode = await form.then(
        () => 200,
        () => 500,
      )
      response.end()
    }
    const port = await startRequestHandlerServer((request, response) => void parseForm(request, response))
    const headers = { origin: `https://127.0.0.1:${port}`, 'content-type': type }
    expect(await sendRequest(port, { method: 'POST', headers, body })).toMatchObject({ status: 400 })
  })

  it('passes the checked host to the site, whatever X-Forwarded-Host a proxy or visitor sent', async () => {
    const port = await startRequestHandlerServer((request, response) =>
      response.end(String(request.headers['x-forwarded-host'])),
    )
    const forged = { 'x-forwarded-host': 'boos.example.com' }
    const headers = { ...forged, origin: 'https://aanmelden.example.nl', 'content-length': '2' }
    expect((await sendRequest(port, { method: 'POST', headers, body: 'ok' })).text).toBe('aanmelden.example.nl')
    expect((await sendRequest(port, { headers: forged })).text).toBe('undefined')
  })

  it('that is aborted halfway causes no unhandled rejection and no failure for others', async () => {
    const rejections: unknown[] = []
    const record = (reason: unknown) => rejections.push(reason)
    process.on('unhandledRejection', record)
    const port = await startRequestHandlerServer(okHandler)
    const headers = { ...ownHeaders(port), 'content-length': '1000' }
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false })
    const closed = new Promise((resolve) => sent.once('close', resolve))
    sent.on('error', () => undefined)
    sent.write('half', () => sent.destroy())
    await closed
    expect(await sendRequest(port, {})).toMatchObject({ status: 200, text: 'fine' })
    process.off('unhandledRejection', record)
    expect(rejections).toEqual([])
  })
})

describe('a request', () => {
  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'with the method %s is refused with 405',
    async (method) => {
      const port = await startRequestHandlerServer(okHandler)
      const headers = { origin: `https://127.0.0.1:${port}`, 'content-length': '2' }
      const answer = await sendRequest(port, { method, headers, body: 'ok' })
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
      expect(answer.text).not.toContain('fine')
    },
  )

  it('needs no Origin for GET', async () => {
    const port = await startRequestHandlerServer(okHandler)
    expect(await sendRequest(port, {})).toMatchObject({ status: 200, text: 'fine' })
  })

  it.each<Record<string, string>>([{ 'content-length': '2' }, { 'transfer-encoding': 'chunked' }])(
    'by GET with a body (%o) is refused with 400 and its connection closed',
    async (headers) => {
      const port = await startRequestHandlerServer(okHandler)
      const answer = await sendRequest(port, { headers, body: 'ok' })
      expect(answer).toMatchObject({ status: 400, headers: { connection: 'close' } })
      expect(await sendRequest(port, { headers: { 'content-length': '0' } })).toMatchObject({ status: 200 })
    },
  )

  it.each(['/%', '/sessies/%E0%A4%A', '/%c0%ae'])('for the undecodable path %s is refused with 400', async (path) => {
    const port = await startRequestHandlerServer(okHandler)
    expect(await sendRequest(port, { path })).toMatchObject({ status: 400 })
  })

  it('cannot set the client address that the site sees', async () => {
    const echo: SiteHandler = (request, response) => response.end(String(request.headers[clientIpHeader]))
    const port = await startRequestHandlerServer(echo)
    expect((await sendRequest(port, { headers: { [clientIpHeader]: '6.6.6.6' } })).text).toBe('127.0.0.1')
  })
})

describe('the Content-Security-Policy', () => {
  const echoPolicy: SiteHandler = (request, response) =>
    response.end(String(request.headers['content-security-policy']))

  it('is the same for the visitor and the site, and the visitor cannot set it', async () => {
    const headers = { 'content-security-policy': "script-src 'nonce-boos'" }
    const answer = await sendRequest(await startRequestHandlerServer(echoPolicy), { path: '/beheer', headers })
    expect(answer.text).toBe(answer.headers['content-security-policy'])
    expect(answer.text).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/)
  })

  it('requires https only when the public address is https', async () => {
    const headersFor = async (siteUrl: string) =>
      (await sendRequest(await startRequestHandlerServer(okHandler, { siteUrl }), {})).headers
    expect(await headersFor('https://aanmelden.example.nl')).toHaveProperty('strict-transport-security')
    const plain = await headersFor('http://localhost:3000')
    expect(plain).not.toHaveProperty('strict-transport-security')
  })
})
