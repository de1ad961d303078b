import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { clientIpHeader } from '@/lib/platform/front-door/client-ip'
import { frontDoor } from '@/lib/platform/front-door/front-door'

type Site = (request: IncomingMessage, response: ServerResponse) => void
const open: (() => void)[] = []
afterEach(() => {
  for (const close of open.splice(0)) close()
})

/** The front door on a free port, before a site of the test's own. */
async function standing(site: Site, { databaseUp = true, trustedProxies = 0 } = {}) {
  const handle = frontDoor({
    handle: async (request, response) => site(request, response),
    siteUrl: 'https://aanmelden.example.nl',
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
function send(port: number, { path = '/', method = 'GET', headers = {}, body }: Sent) {
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

const fine: Site = (_, response) => response.end('fine')
const html = { accept: 'text/html' }

describe('a change', () => {
  const own = (port: number) => ({ origin: `http://127.0.0.1:${port}`, 'content-length': '2' })

  it('comes through from our own origin, and from the public address of the site', async () => {
    const port = await standing(fine)
    expect(await send(port, { method: 'POST', headers: own(port), body: 'ok' })).toMatchObject({ status: 200 })
    const outside = { origin: 'https://aanmelden.example.nl', 'content-length': '2' }
    expect(await send(port, { method: 'POST', headers: outside, body: 'ok' })).toMatchObject({ status: 200 })
  })

  it.each([
    ['without an Origin', {}],
    ['from another site', { origin: 'https://example.com' }],
    ['with an Origin that is no address', { origin: 'null' }],
    ['from a site whose name ends like ours', { origin: 'https://boos-aanmelden.example.nl' }],
  ])('is refused %s', async (_, headers) => {
    const port = await standing(fine)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await send(port, { method, headers: { ...headers, 'content-length': '2' }, body: 'ok' })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain('<html lang="nl">')
    }
  })

  it('is refused over 64 kB, before a byte of it was read', async () => {
    const port = await standing(fine)
    const headers = { ...own(port), 'content-length': String(64 * 1024 + 1) }
    expect(await send(port, { method: 'POST', headers, body: 'x' })).toMatchObject({ status: 413 })
    const largest = { ...own(port), 'content-length': String(64 * 1024) }
    expect(await send(port, { method: 'POST', headers: largest, body: 'x'.repeat(64 * 1024) })).toMatchObject({
      status: 200,
    })
  })

  it('that does not say how long it is, is counted all the same', async () => {
    const echo: Site = (request, response) => void request.pipe(response)
    const port = await standing(echo)
    const headers = { origin: `http://127.0.0.1:${port}`, 'transfer-encoding': 'chunked' }
    expect(await send(port, { method: 'POST', headers, body: 'klein' })).toMatchObject({ status: 200, text: 'klein' })
    expect(await send(port, { method: 'POST', headers, body: 'x'.repeat(64 * 1024 + 1) })).toMatchObject({
      status: 413,
    })
  })

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['without parts', 'multipart/form-data; boundary=x', 'geen formulier'],
    ['cut off', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb'],
  ])('that says to be a form and is none, is refused: %s', async (_, type, body) => {
    const port = await standing(fine)
    const headers = { origin: `http://127.0.0.1:${port}`, 'content-type': type }
    expect(await send(port, { method: 'POST', headers, body })).toMatchObject({ status: 400 })
  })

  it('tells the site the name it was sent to, whatever a proxy or the visitor says', async () => {
    const port = await standing((request, response) => response.end(String(request.headers['x-forwarded-host'])))
    const told = { 'x-forwarded-host': 'boos.example.com' }
    const outside = { ...told, origin: 'https://aanmelden.example.nl', 'content-length': '2' }
    expect((await send(port, { method: 'POST', headers: outside, body: 'ok' })).text).toBe('aanmelden.example.nl')
    expect((await send(port, { headers: told })).text).toBe('undefined')
  })

  it('that breaks off halfway harms nobody else', async () => {
    const troubles: unknown[] = []
    const note = (trouble: unknown) => troubles.push(trouble)
    process.on('unhandledRejection', note)
    const port = await standing(fine)
    const headers = { ...own(port), 'content-length': '1000' }
    const sent = request({ port, host: '127.0.0.1', method: 'POST', headers, agent: false })
    const gone = new Promise((resolve) => sent.once('close', resolve))
    sent.on('error', () => undefined)
    sent.write('half', () => sent.destroy())
    await gone
    expect(await send(port, {})).toMatchObject({ status: 200, text: 'fine' })
    process.off('unhandledRejection', note)
    expect(troubles).toEqual([])
  })

  it('needs no Origin just to read', async () => {
    expect(await send(await standing(fine), {})).toMatchObject({ status: 200, text: 'fine' })
  })

  it.each<Record<string, string>>([{ 'content-length': '2' }, { 'transfer-encoding': 'chunked' }])(
    'is no question: one with a body (%o) is refused, and hung up on',
    async (headers) => {
      const answer = await send(await standing(fine), { headers, body: 'ok' })
      expect(answer).toMatchObject({ status: 400, headers: { connection: 'close' } })
      expect(await send(await standing(fine), { headers: { 'content-length': '0' } })).toMatchObject({ status: 200 })
    },
  )
})

it.each(['/%', '/sessies/%E0%A4%A', '/%c0%ae'])(
  'an address that cannot be read, such as %s, is refused',
  async (path) => {
    const port = await standing(fine)
    expect(await send(port, { path })).toMatchObject({ status: 400 })
  },
)

describe('a page that fails', () => {
  const broken: Site = (_, response) => {
    response.statusCode = 500
    response.setHeader('content-type', 'text/html')
    response.write('<html id="__next_error__">')
    response.end()
  }

  it('becomes a Dutch page with status 500', async () => {
    const answer = await send(await standing(broken), { headers: html })
    expect(answer.status).toBe(500)
    expect(answer.text).toContain('Er ging iets mis bij ons')
    expect(answer.text).not.toContain('__next_error__')
  })

  it('becomes a Dutch page with status 503 while the database is away', async () => {
    const answer = await send(await standing(broken, { databaseUp: false }), { headers: html })
    expect(answer.status).toBe(503)
    expect(answer.headers['retry-after']).toBe('60')
    expect(answer.text).toContain('We zijn even niet bereikbaar')
  })

  it('is held back whole when it goes out through a compressor, as it does in Next', async () => {
    const compressed: Site = (request, response) => {
      response.statusCode = 500
      response.writeHead(500)
      broken(request, response)
    }
    const answer = await send(await standing(compressed, { databaseUp: false }), { headers: html })
    expect(answer.status).toBe(503)
    expect(answer.text).not.toContain('__next_error__')
  })

  it('stays what it was for a script, which shows its own words', async () => {
    const port = await standing(broken)
    expect((await send(port, { headers: { ...html, rsc: '1' } })).text).toContain('__next_error__')
    expect((await send(port, { headers: { ...html, 'next-action': 'x' } })).text).toContain('__next_error__')
  })

  it('stays what it was when it is no page, such as the status for a monitor', async () => {
    const port = await standing((_, response) => {
      response.statusCode = 503
      response.setHeader('content-type', 'application/json')
      response.end('{}')
    })
    expect(await send(port, {})).toMatchObject({ status: 503, text: '{}' })
  })

  it('does not touch a page that does well', async () => {
    expect(await send(await standing(fine), { headers: html })).toMatchObject({ status: 200, text: 'fine' })
  })
})

describe('a page that finds nothing to show', () => {
  const missing: Site = (request, response) => {
    response.statusCode = 404
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.setHeader('etag', '"old"')
    response.write(request.url === '/niet-gevonden' ? 'Deze pagina is er niet' : '<html id="__next_error__">')
    response.end()
  }

  it.each(['GET', 'POST'])('gives way to the finished page that says so, after %s', async (method) => {
    const port = await standing(missing)
    const headers = { ...html, origin: `http://127.0.0.1:${port}`, 'if-none-match': '"old"' }
    const answer = await send(port, { method, headers, path: '/sessies/bestaat-niet' })
    expect(answer).toMatchObject({ status: 404, text: 'Deze pagina is er niet' })
  })

  it('asks for that page without the form and the copy that came along', async () => {
    const seen: IncomingMessage[] = []
    const port = await standing((request, response) => {
      seen.push(request)
      missing(request, response)
    })
    const origin = `http://127.0.0.1:${port}`
    await send(port, { method: 'POST', headers: { origin, 'if-none-match': '"old"', cookie: 'a=b' }, body: 'naam=x' })
    expect(seen).toHaveLength(2)
    expect(seen[1]).toMatchObject({ method: 'GET', url: '/niet-gevonden' })
    expect(Object.keys(seen[1]?.headers ?? {})).not.toEqual(
      expect.arrayContaining(['if-none-match', 'cookie', 'origin']),
    )
    expect(await seen[1]?.toArray()).toEqual([])
  })

  it('stays what it was for a script, and when it is no page', async () => {
    const port = await standing(missing)
    expect((await send(port, { headers: { rsc: '1' } })).text).toContain('__next_error__')
    const file = await standing((_, response) => {
      response.statusCode = 404
      response.end('geen bestand')
    })
    expect(await send(file, {})).toMatchObject({ status: 404, text: 'geen bestand' })
  })
})

it('who asks cannot be said by the visitor', async () => {
  const echo: Site = (request, response) => response.end(String(request.headers[clientIpHeader]))
  const answer = await send(await standing(echo), { headers: { [clientIpHeader]: '6.6.6.6' } })
  expect(answer.text).toBe('127.0.0.1')
})
