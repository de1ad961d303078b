import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import { markActionEntered } from '@/lib/platform/action-entry'
import {
  acceptHtml,
  okHandler,
  type SiteHandler,
  sendRequest,
  startRequestHandlerServer,
} from '@/tests/support/servers/request-handler-server'

describe('a page that fails', () => {
  const failingSite: SiteHandler = (_, response) => {
    response.statusCode = 500
    response.setHeader('content-type', 'text/html')
    response.write('<html id="__next_error__">')
    response.end()
  }

  it('is replaced by a Dutch page with status 500', async () => {
    const answer = await sendRequest(await startRequestHandlerServer(failingSite), { headers: acceptHtml })
    expect(answer.status).toBe(500)
    expect(answer.text).toContain('Er ging iets mis bij ons')
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(answer.text).not.toContain('__next_error__')
  })

  it('is replaced by a Dutch page with status 503 while the database is unreachable', async () => {
    const port = await startRequestHandlerServer(failingSite, { databaseUp: false })
    const answer = await sendRequest(port, { headers: acceptHtml })
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('60')
    expect(answer.text).toContain('We zijn even niet bereikbaar')
  })

  it('is replaced when the headers are written before the body', async () => {
    const port = await startRequestHandlerServer((_, response) => {
      response.writeHead(500, { 'content-type': 'text/html' })
      response.write('<html id="__next_error__">')
      response.end()
    })
    const answer = await sendRequest(port, { headers: acceptHtml })
    expect(answer).toMatchObject({ status: 500, text: expect.stringContaining('Er ging iets mis bij ons') })
    expect(answer.text).not.toContain('__next_error__')
  })

  it('is replaced when it breaks off halfway', async () => {
    const port = await startRequestHandlerServer((_, response) => {
      response.write('<p>half')
      response.destroy()
    })
    const answer = await sendRequest(port, { headers: acceptHtml })
    expect(answer).toMatchObject({ status: 500, text: expect.stringContaining('Er ging iets mis bij ons') })
    expect(answer.text).not.toContain('half')
  })

  it('is not replaced for a script, which shows its own message', async () => {
    const port = await startRequestHandlerServer(failingSite)
    for (const header of ['rsc', 'next-action'])
      expect((await sendRequest(port, { headers: { ...acceptHtml, [header]: '1' } })).text).toContain('__next_error__')
  })

  it('is not replaced when it is JSON, such as the status for a monitor', async () => {
    const port = await startRequestHandlerServer((_, response) => {
      response.statusCode = 503
      response.setHeader('content-type', 'application/json')
      response.end('{}')
    })
    expect(await sendRequest(port, {})).toMatchObject({ status: 503, text: '{}' })
  })

  it('leaves a page that succeeds as it is', async () => {
    const answer = await sendRequest(await startRequestHandlerServer(okHandler), { headers: acceptHtml })
    expect(answer).toMatchObject({ status: 200, text: 'fine' })
  })
})

describe('a POST that fails', () => {
  const failingSite =
    (isActionEntered: boolean): SiteHandler =>
    (_, response) =>
      setImmediate(() => {
        if (isActionEntered) markActionEntered()
        response.statusCode = 500
        response.end('<html id="__next_error__">')
      })
  const post = (port: number, headers = {}) =>
    sendRequest(port, { method: 'POST', headers: { origin: `https://127.0.0.1:${port}`, ...headers }, body: 'x' })

  it.each([
    ['a form', {}],
    ['a call by a script', { 'next-action': 'x' }],
  ])('answers 400 to %s that no action could read', async (_, headers) => {
    const answer = await post(await startRequestHandlerServer(failingSite(false)), headers)
    expect(answer).toMatchObject({ status: 400, text: expect.stringContaining('Dit verzoek klopt niet') })
  })

  it('answers 500 once an action was entered', async () => {
    expect((await post(await startRequestHandlerServer(failingSite(true)))).status).toBe(500)
  })

  it('answers 503 while the database is unreachable', async () => {
    expect((await post(await startRequestHandlerServer(failingSite(false), { databaseUp: false }))).status).toBe(503)
  })
})

describe('a page that is not found', () => {
  const emptySite: SiteHandler = (request, response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('etag', '"old"')
    response.write(request.url === '/niet-gevonden' ? 'Deze pagina is er niet' : '<html id="__next_error__">')
    response.end()
  }

  it.each(['GET', 'POST'])('is replaced by the static not-found page after %s', async (method) => {
    const port = await startRequestHandlerServer(emptySite)
    const headers = { ...acceptHtml, origin: `https://127.0.0.1:${port}`, 'if-none-match': '"old"' }
    const answer = await sendRequest(port, { method, headers, path: '/sessies/bestaat-niet' })
    expect(answer).toMatchObject({ status: 404, text: 'Deze pagina is er niet' })
  })

  it('requests the not-found page without the form, cookies and conditions of the visitor', async () => {
    const seen: IncomingMessage[] = []
    const port = await startRequestHandlerServer((request, response) => {
      seen.push(request)
      emptySite(request, response)
    })
    const origin = `https://127.0.0.1:${port}`
    await sendRequest(port, {
      method: 'POST',
      headers: { origin, 'if-none-match': '"old"', cookie: 'a=b' },
      body: 'naam=x',
    })
    expect(seen).toHaveLength(2)
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/niet-gevonden' })
    expect(Object.keys(seen[1]?.headers ?? {})).not.toEqual(
      expect.arrayContaining(['if-none-match', 'cookie', 'origin']),
    )
    expect(await seen[1]?.toArray()).toEqual([])
  })

  it('is not replaced for a script, nor when it is not a page', async () => {
    const port = await startRequestHandlerServer(emptySite)
    expect((await sendRequest(port, { headers: { rsc: '1' } })).text).toContain('__next_error__')
    const file = await startRequestHandlerServer((_, response) => {
      response.statusCode = 404
      response.end('geen bestand')
    })
    expect(await sendRequest(file, {})).toMatchObject({ status: 404, text: 'geen bestand' })
  })
})
