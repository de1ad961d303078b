import { describe, expect, it } from 'vitest'
import { okHandler, sendRequest, startRequestHandlerServer } from '@/tests/support/servers/request-handler-server'

const siteUrl = 'https://aanmelden.example.nl'
const overHttp = { 'x-forwarded-proto': 'http' }

describe('a page of an https site that was opened over http', () => {
  type Options = { path?: string; trustedProxies?: number; siteUrl?: string }
  const openPage = async (headers: Record<string, string>, { path = '/sessies/een?a=1', ...options }: Options = {}) =>
    sendRequest(await startRequestHandlerServer(okHandler, { trustedProxies: 1, ...options }), { path, headers })

  it('is redirected to the same page over https, which no cache keeps', async () => {
    const { status, headers } = await openPage(overHttp)
    expect([status, headers.location]).toEqual([307, `${siteUrl}/sessies/een?a=1`])
    expect(headers['cache-control']).toBe('no-store')
  })

  it.each([
    ['http, http', 2],
    ['http, https', 2],
    ['HTTP', 2],
  ])('is redirected when the outermost of several trusted proxies says so: %s', async (proto, trustedProxies) => {
    expect(await openPage({ 'x-forwarded-proto': proto }, { trustedProxies })).toMatchObject({ status: 307 })
  })

  it.each<[string, Record<string, string>, Options]>([
    ['the proxy says https', { 'x-forwarded-proto': 'https' }, {}],
    ['no proxy says how it was opened', {}, {}],
    ['no proxy is trusted', overHttp, { trustedProxies: 0 }],
    ['the site itself uses http', overHttp, { siteUrl: 'http://aanmelden.example.nl' }],
    // Otherwise a proxy that reports its own connection makes the redirect endless.
    ['the browser says that it uses https', { ...overHttp, 'sec-fetch-site': 'none' }, {}],
  ])('is not redirected when %s', async (_, headers, options) => {
    expect(await openPage(headers, options)).toMatchObject({ status: 200 })
  })

  it('is never redirected to another site', async () => {
    for (const path of ['//example.com/x', 'http://example.com/x']) {
      const { headers } = await openPage(overHttp, { path })
      expect(new URL(String(headers.location)).origin).toBe(siteUrl)
    }
  })

  it('is not redirected for a form, whose text would be lost', async () => {
    const headers = { ...overHttp, origin: siteUrl, 'content-length': '2' }
    const port = await startRequestHandlerServer(okHandler, { trustedProxies: 1 })
    expect(await sendRequest(port, { method: 'POST', headers, body: 'ok' })).toMatchObject({ status: 200 })
  })
})

describe('a form that was sent from another address', () => {
  it.each(['http://aanmelden.example.nl', 'http://127.0.0.1:3000', 'https://ander.example.nl'])(
    'is refused with a link to the page at the right address: %s',
    async (origin) => {
      const port = await startRequestHandlerServer(okHandler)
      const headers = { origin, 'content-length': '2' }
      const answer = await sendRequest(port, { path: '/beheer/inloggen?naar=x', method: 'POST', headers, body: 'ok' })
      expect(answer.status).toBe(403)
      expect(answer.text).toContain(`<a href="${siteUrl}/beheer/inloggen?naar=x">${siteUrl}</a>`)
      expect(answer.text).toContain('adresbalk')
    },
  )

  it('is refused without markup of the requested path', async () => {
    const port = await startRequestHandlerServer(okHandler)
    const path = '/x"><script>alert(1)</script>&'
    const headers = { origin: 'https://example.com', 'content-length': '2' }
    const { text } = await sendRequest(port, { path, method: 'POST', headers, body: 'ok' })
    expect(text).toContain(`href="${siteUrl}/x&#34;&#62;&#60;script&#62;alert(1)&#60;/script&#62;&#38;"`)
    expect(text).not.toContain('<script>')
  })
})
