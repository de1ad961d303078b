import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { setConnectionsAllowed } from '@/tests/support/database/database-outage'
import { upcomingTimes } from '@/tests/support/fixtures/dates'
import { createTestSession } from '@/tests/support/fixtures/session'
import { listPages, listRouteHandlers } from '@/tests/support/http/entry-points'
import { fetchFilledRegistrationForm, fetchForm, submitForm } from '@/tests/support/http/form-post'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const publicUrl = 'https://aanmelden.example.nl'
const organiser = { email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

const site = await startSiteForFile({
  SITE_URL: publicUrl,
  SIGNUP_MIN_SECONDS: '1',
  SECURITY_CONTACT: 'veiligheid@example.nl',
  ORGANISER_EMAIL: organiser.email,
  ORGANISER_PASSWORD: organiser.password,
})
let session: Awaited<ReturnType<typeof createTestSession>>
let login: Response
beforeAll(async () => {
  session = await createTestSession(site.db, upcomingTimes())
  const form = await fetchForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
  login = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
}, 120_000)

/** Returns a path for every page and route handler. */
const allPaths = () => {
  const values = { slug: session.slug, id: session.id }
  return [...listPages(values).map(({ path }) => path), ...listRouteHandlers(values).map(({ path }) => path)]
}

const request = (path: string, init: RequestInit = {}) =>
  fetch(`${site.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { accept: 'text/html', origin: publicUrl, ...init.headers },
  })

/** Paths with a personal token. */
const tokenPaths = /^\/(deelnemen|plek|aanmelding|andere-collega|beheer\/uitnodiging|beheer\/wachtwoord)\//

const cookieOf = (answer: Response) => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

/** Returns the sources of the policy by directive. */
const policyOf = ({ headers }: Response) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '')
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  ) as Record<string, string[]>

function expectSecurityHeaders(answer: Response, label: string) {
  const sent = Object.fromEntries(answer.headers)
  expect(sent, label).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': tokenPaths.test(label) ? 'strict-origin' : 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
  expect(sent['x-powered-by'], label).toBeUndefined()
  expect(sent['access-control-allow-origin'], label).toBeUndefined()
  const policy = policyOf(answer)
  expect(policy, label).toMatchObject({
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
  expect(String(policy['script-src']), label).not.toMatch(/unsafe|https?:|\*/)
  // A static file is the same for every visitor, and its name changes with its content.
  if (sent['content-type']?.includes('html')) expect(sent['cache-control'], label).toContain('no-store')
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie, label).toMatch(/^__Host-aan/)
    expect(
      cookie.split('; ').map((part) => part.toLowerCase()),
      label,
    ).toEqual(expect.arrayContaining(['httponly', 'secure', 'samesite=lax', 'path=/']))
  }
}

/** Expects no inline script or style that the policy forbids. */
async function expectNothingInline(answer: Response, label: string) {
  const sources = policyOf(answer)['script-src'] ?? []
  const html = await answer.text()
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  const isAllowed = ([, attributes = '', text = '']: RegExpMatchArray) => {
    const [, nonce] = attributes.match(/nonce="([^"]+)"/) ?? []
    const hash = createHash('sha256').update(text).digest('base64')
    return nonce ? sources.includes(`'nonce-${nonce}'`) : !text || sources.includes(`'sha256-${hash}'`)
  }
  expect(
    scripts.filter((script) => !isAllowed(script)).map(([script]) => script),
    label,
  ).toEqual([])
  const tags = [...html.replace(/<script[\s\S]*?<\/script>/g, '').matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
  expect(
    tags.filter((tag) => /\son[a-z]+=/.test(tag)),
    label,
  ).toEqual([])
  if (policyOf(answer)['style-src']?.includes("'unsafe-inline'")) return
  expect(
    tags.filter((tag) => /\sstyle=|^<style/.test(tag)),
    label,
  ).toEqual([])
}

describe('the security headers', () => {
  it.each(['GET', 'HEAD'])(
    'are on every page and route handler by %s, logged in or not',
    async (method) => {
      for (const path of allPaths()) {
        for (const cookie of ['', cookieOf(login)]) {
          const answer = await request(path, { method, headers: { cookie } })
          expectSecurityHeaders(answer, path)
          if (answer.headers.get('content-type')?.includes('html')) await expectNothingInline(answer, path)
        }
      }
    },
    120_000,
  )

  it('are on answers to scripts that request part of a page or call an action', async () => {
    for (const path of allPaths()) {
      expectSecurityHeaders(await request(path, { headers: { rsc: '1' } }), path)
      const action = { 'next-action': 'x', 'content-type': 'text/plain' }
      expectSecurityHeaders(await request(path, { method: 'POST', headers: action, body: '[]' }), path)
    }
  }, 120_000)

  it('are on answers to a form, with cookies that only this host receives over https', async () => {
    expect(login.status).toBe(303)
    expect(login.headers.getSetCookie().length).toBeGreaterThan(0)
    expectSecurityHeaders(login, 'logging in')
    const form = await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'koek@example.nl')
    const thanks = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
    expect(thanks.headers.getSetCookie()).toHaveLength(1)
    expectSecurityHeaders(thanks, 'signing up')
    const { pathname, search } = new URL(thanks.headers.get('location') ?? '', publicUrl)
    const page = await request(pathname + search, { headers: { cookie: cookieOf(thanks) } })
    expect(await page.text()).toContain('koek@example.nl')
  })

  it('are on static files', async () => {
    const html = await (await request(routes.home())).text()
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg)[^"]*)"/g)].map(([, file = '']) => file)
    expect(files.length).toBeGreaterThan(5)
    for (const file of [...new Set(files), '/beelden/diversiteitsvlechtwerk.svg']) {
      const answer = await request(file)
      expect(answer.status, file).toBe(200)
      expectSecurityHeaders(answer, file)
    }
  })

  it.each([
    ['a missing page', 404, '/niets', {}],
    ['a missing session', 404, '/sessies/bestaat-niet', {}],
    ['a missing file', 404, '/_next/static/chunks/niets.js', {}],
    ['an external image to resize', 400, '/_next/image?url=https%3A%2F%2Fexample.nl%2Fa.png&w=64&q=75', {}],
    ['an undecodable path', 400, '/%', {}],
    ['a trailing slash', 308, '/sessies/x/', {}],
    ['a form from another site', 403, '/', { method: 'POST', headers: { origin: 'https://example.com' }, body: 'a=1' }],
    ['a body over 64 kB', 413, '/', { method: 'POST', body: 'x'.repeat(70_000) }],
    ['a malformed form', 400, '/', { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }],
    ['another method', 405, '/', { method: 'DELETE' }],
  ])('are on the answer to %s (%i)', async (refused, status, path, init) => {
    const answer = await request(path, init)
    expect(answer.status).toBe(status)
    expectSecurityHeaders(answer, refused)
    expect(await answer.text()).not.toMatch(/\bat \S+ \(|node_modules/)
  })

  it('have a new nonce in each answer', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => request(routes.login())))
    expect(new Set(answers.map((answer) => String(policyOf(answer)['script-src']))).size).toBe(20)
  })

  it('allow inline styles only in the admin area, and foreign redirects only on /deelnemen and the login', async () => {
    for (const path of allPaths()) {
      const policy = policyOf(await request(path, { headers: { cookie: cookieOf(login) } }))
      expect(policy['style-src']?.includes("'unsafe-inline'"), path).toBe(/^\/beheer(\/|$)/.test(path))
      expect(policy['form-action']?.includes('https:'), path).toBe(
        path.startsWith('/deelnemen/') || path === '/beheer/inloggen',
      )
    }
  }, 60_000)

  it('are on the error page of an unreachable database', async () => {
    await setConnectionsAllowed(site.databaseUrl, false)
    const answer = await request(routes.register(session.slug))
    expect(answer.status).toBe(503)
    expectSecurityHeaders(answer, 'unreachable')
    await setConnectionsAllowed(site.databaseUrl, true)
  })
})
