import type { IncomingMessage } from 'node:http'
import { describe, expect, it } from 'vitest'
import {
  acceptHtml,
  okHandler,
  type SiteHandler,
  sendRequest,
  startRequestHandlerServer,
} from '@/tests/support/servers/request-handler-server'

describe('a page that fails', () => {
  const broken: SiteHandler = (_, response) => {
    response.statusCode = 500
    response.setHeader('content-type', 'text/html')
    response.write('<html id="__next_error__">')
    response.end()
  }

  it('becomes a Dutch page with status 500', async () => {
    const answer = await sendRequest(await startRequestHandlerServer(broken), { headers: acceptHtml })
    expect(answer.status).toBe(500)
    expect(answer.text).toContain('Er ging iets mis bij ons')
    expect(answer.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
    expect(answer.text).not.toContain('__next_error__')
  })

  it('becomes a Dutch page with status 503 while the database is away', async () => {
    const answer = await sendRequest(await startRequestHandlerServer(broken, { databaseUp: false }), {
      headers: acceptHtml,
    })
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('60')
    expect(answer.text).toContain('We zijn even niet bereikbaar')
  })

  it('is held back whole when it goes out through a compressor, as it does in Next', async () => {
    const compressed: SiteHandler = (request, response) => {
      response.statusCode = 500
      response.writeHead(500)
      broken(request, response)
    }
    const answer = await sendRequest(await startRequestHandlerServer(compressed, { databaseUp: false }), {
      headers: acceptHtml,
    })
    expect(answer.status).toBe(503)
    expect(answer.text).not.toContain('__next_error__')
  })

  it('stays what it was for a script, which shows its own words', async () => {
    const port = await startRequestHandlerServer(broken)
    expect((await sendRequest(port, { headers: { ...acceptHtml, rsc: '1' } })).text).toContain('__next_error__')
    expect((await sendRequest(port, { headers: { ...acceptHtml, 'next-action': 'x' } })).text).toContain(
      '__next_error__',
    )
  })

  it('stays what it was when it is no page, such as the status for a monitor', async () => {
    const port = await startRequestHandlerServer((_, response) => {
      response.statusCode = 503
      response.setHeader('content-type', 'application/json')
      response.end('{}')
    })
    expect(await sendRequest(port, {})).toMatchObject({ status: 503, text: '{}' })
  })

  it('does not touch a page that does well', async () => {
    expect(await sendRequest(await startRequestHandlerServer(okHandler), { headers: acceptHtml })).toMatchObject({
      status: 200,
      text: 'fine',
    })
  })
})

describe('a page that finds nothing to show', () => {
  const missing: SiteHandler = (request, response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('etag', '"old"')
    response.write(request.url === '/niet-gevonden' ? 'Deze pagina is er niet' : '<html id="__next_error__">')
    response.end()
  }

  it.each(['GET', 'POST'])('gives way to the finished page that says so, after %s', async (method) => {
    const port = await startRequestHandlerServer(missing)
    const headers = { ...acceptHtml, origin: `http://127.0.0.1:${port}`, 'if-none-match': '"old"' }
    const answer = await sendRequest(port, { method, headers, path: '/sessies/bestaat-niet' })
    expect(answer).toMatchObject({ status: 404, text: 'Deze pagina is er niet' })
  })

  it('asks for that page without the form and the copy that came along', async () => {
    const seen: IncomingMessage[] = []
    const port = await startRequestHandlerServer((request, response) => {
      seen.push(request)
      missing(request, response)
    })
    const origin = `http://127.0.0.1:${port}`
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

  it('stays what it was for a script, and when it is no page', async () => {
    const port = await startRequestHandlerServer(missing)
    expect((await sendRequest(port, { headers: { rsc: '1' } })).text).toContain('__next_error__')
    const file = await startRequestHandlerServer((_, response) => {
      response.statusCode = 404
      response.end('geen bestand')
    })
    expect(await sendRequest(file, {})).toMatchObject({ status: 404, text: 'geen bestand' })
  })
})
