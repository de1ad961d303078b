import { request } from 'node:http'
import { describe, expect, it } from 'vitest'
import { clientIpHeader } from '@/lib/http/client-ip'
import {
  okHandler,
  type SiteHandler,
  sendRequest,
  startRequestHandlerServer,
} from '@/tests/support/servers/request-handler-server'

describe('a change', () => {
  const own = (port: number) => ({ origin: `http://127.0.0.1:${port}`, 'content-length': '2' })

  it('comes through from our own origin, and from the public address of the site', async () => {
    const port = await startRequestHandlerServer(okHandler)
    expect(await sendRequest(port, { method: 'POST', headers: own(port), body: 'ok' })).toMatchObject({ status: 200 })
    const outside = { origin: 'https://aanmelden.example.nl', 'content-length': '2' }
    expect(await sendRequest(port, { method: 'POST', headers: outside, body: 'ok' })).toMatchObject({ status: 200 })
  })

  it.each([
    ['without an Origin', {}],
    ['from another site', { origin: 'https://example.com' }],
    ['with an Origin that is no address', { origin: 'null' }],
    ['from a site whose name ends like ours', { origin: 'https://boos-aanmelden.example.nl' }],
  ])('is refused %s', async (_, headers) => {
    const port = await startRequestHandlerServer(okHandler)
    const answer = await sendRequest(port, {
      method: 'POST',
      headers: { ...headers, 'content-length': '2' },
      body: 'ok',
    })
    expect(answer.status).toBe(403)
    expect(answer.text).toContain('<html lang="nl">')
  })

  it('is refused over 64 kB, before a byte of it was read', async () => {
    const port = await startRequestHandlerServer(okHandler)
    const headers = { ...own(port), 'content-length': String(64 * 1024 + 1) }
    expect(await sendRequest(port, { method: 'POST', headers, body: 'x' })).toMatchObject({ status: 413 })
    const largest = { ...own(port), 'content-length': String(64 * 1024) }
    expect(await sendRequest(port, { method: 'POST', headers: largest, body: 'x'.repeat(64 * 1024) })).toMatchObject({
      status: 200,
    })
  })

  it('that does not say how long it is, is counted all the same', async () => {
    const echo: SiteHandler = (request, response) => void request.pipe(response)
    const port = await startRequestHandlerServer(echo)
    const headers = { origin: `http://127.0.0.1:${port}`, 'transfer-encoding': 'chunked' }
    expect(await sendRequest(port, { method: 'POST', headers, body: 'klein' })).toMatchObject({
      status: 200,
      text: 'klein',
    })
    expect(await sendRequest(port, { method: 'POST', headers, body: 'x'.repeat(64 * 1024 + 1) })).toMatchObject({
      status: 413,
    })
  })

  it('of a megabyte is refused with a page, also to who sends all of it before listening', async () => {
    const port = await startRequestHandlerServer(okHandler)
    const answer = await fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { origin: `http://127.0.0.1:${port}` },
      body: 'x'.repeat(1_000_000),
    })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Dat is te veel tekst')
  })

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['without parts', 'multipart/form-data; boundary=x', 'geen formulier'],
    ['cut off', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
  ])('that says to be a form and is none, is refused: %s', async (_, type, body) => {
    const port = await startRequestHandlerServer(okHandler)
    const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': type }
    expect(await sendRequest(port, { method: 'POST', headers, body })).toMatchObject({ status: 400 })
  })

  it('tells the site the name it was sent to, whatever a proxy or the visitor says', async () => {
    const port = await startRequestHandlerServer((request, response) =>
      response.end(String(request.headers['x-forwarded-host'])),
    )
    const told = { 'x-forwarded-host': 'boos.example.com' }
    const outside = { ...told, origin: 'https://aanmelden.example.nl', 'content-length': '2' }
    expect((await sendRequest(port, { method: 'POST', headers: outside, body: 'ok' })).text).toBe(
      'aanmelden.example.nl',
    )
    expect((await sendRequest(port, { headers: told })).text).toBe('undefined')
  })

  it('that breaks off halfway harms nobody else', async () => {
    const troubles: unknown[] = []
    const note = (trouble: unknown) => troubles.push(trouble)
    process.on('unhandledRejection', note)
    const port = await startRequestHandlerServer(okHandler)
    const headers = { ...own(port), 'content-length': '1000' }
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false })
    const gone = new Promise((resolve) => sent.once('close', resolve))
    sent.on('error', () => undefined)
    sent.write('half', () => sent.destroy())
    await gone
    expect(await sendRequest(port, {})).toMatchObject({ status: 200, text: 'fine' })
    process.off('unhandledRejection', note)
    expect(troubles).toEqual([])
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('is not asked for by %s', async (method) => {
    const port = await startRequestHandlerServer(okHandler)
    const answer = await sendRequest(port, { method, headers: own(port), body: 'ok' })
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD, POST' } })
    expect(answer.text).not.toContain('fine')
  })

  it('needs no Origin just to read', async () => {
    expect(await sendRequest(await startRequestHandlerServer(okHandler), {})).toMatchObject({
      status: 200,
      text: 'fine',
    })
  })

  it.each<Record<string, string>>([{ 'content-length': '2' }, { 'transfer-encoding': 'chunked' }])(
    'is no question: one with a body (%o) is refused, and hung up on',
    async (headers) => {
      const answer = await sendRequest(await startRequestHandlerServer(okHandler), { headers, body: 'ok' })
      expect(answer).toMatchObject({ status: 400, headers: { connection: 'close' } })
      expect(
        await sendRequest(await startRequestHandlerServer(okHandler), { headers: { 'content-length': '0' } }),
      ).toMatchObject({ status: 200 })
    },
  )
})

it.each(['/%', '/sessies/%E0%A4%A', '/%c0%ae'])(
  'an address that cannot be read, such as %s, is refused',
  async (path) => {
    const port = await startRequestHandlerServer(okHandler)
    expect(await sendRequest(port, { path })).toMatchObject({ status: 400 })
  },
)

it('who asks cannot be said by the visitor', async () => {
  const echo: SiteHandler = (request, response) => response.end(String(request.headers[clientIpHeader]))
  const answer = await sendRequest(await startRequestHandlerServer(echo), { headers: { [clientIpHeader]: '6.6.6.6' } })
  expect(answer.text).toBe('127.0.0.1')
})

describe('what a browser may do with an answer', () => {
  const policy: SiteHandler = (request, response) => response.end(String(request.headers['content-security-policy']))

  it('is said to the visitor and to the site in the same words, whatever the visitor says', async () => {
    const headers = { 'content-security-policy': "script-src 'nonce-boos'" }
    const answer = await sendRequest(await startRequestHandlerServer(policy), { path: '/beheer', headers })
    expect(answer.text).toBe(answer.headers['content-security-policy'])
    expect(answer.text).toMatch(/script-src 'self' 'nonce-[\w+/]{22}=='/)
  })

  it('asks for https only when visitors come over https', async () => {
    const over = async (siteUrl: string) =>
      (await sendRequest(await startRequestHandlerServer(okHandler, { siteUrl }), {})).headers
    expect(await over('https://aanmelden.example.nl')).toHaveProperty('strict-transport-security')
    const plain = await over('http://localhost:3000')
    expect(plain).not.toHaveProperty('strict-transport-security')
    expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests')
  })
})
