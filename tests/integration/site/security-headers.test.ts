import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { setConnectionsAllowed } from '@/tests/support/database/database-outage'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, fetchForm, submitForm } from '@/tests/support/http/form-post'
import { codeFiles } from '@/tests/support/run/source-files'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

const publicUrl = 'https://aanmelden.example.nl'
const organiser = { email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }
const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let session: Awaited<ReturnType<typeof createTestSession>>
let login: Response
beforeAll(async () => {
  database = await createTestDatabase()
  site = await startSite({
    env: {
      DATABASE_URL: database.url,
      SITE_URL: publicUrl,
      SIGNUP_MIN_SECONDS: '1',
      SECURITY_CONTACT: 'veiligheid@example.nl',
      ORGANISER_EMAIL: organiser.email,
      ORGANISER_PASSWORD: organiser.password,
    },
  })
  const moments = {
    questionDeadlineAt: daysFromNow(1),
    registrationClosesAt: daysFromNow(2),
    startsAt: daysFromNow(3),
    endsAt: daysFromNow(4),
  }
  session = await createTestSession(database.db, moments)
  const form = await fetchForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
  login = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

/** Every page and route handler there is, as it is found below app/, with a value for each part between brackets. */
const allPaths = () =>
  codeFiles(['app'])
    .map(({ file }) => file)
    .filter((file) => /\/(page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => {
      const parts = file.split('/').slice(1, -1)
      const samples: Record<string, string> = { '[slug]': session.slug, '[id]': session.id }
      return `/${parts.flatMap((part) => (part.startsWith('(') ? [] : [samples[part] ?? part.replace(/[[\]]/g, '')])).join('/')}`
    })

const request = (path: string, init: RequestInit = {}) =>
  fetch(`${site.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { accept: 'text/html', origin: publicUrl, ...init.headers },
  })

/** The pages with somebody's key in their address. */
const tokenPaths = /^\/(deelnemen|plek|aanmelding|beheer\/uitnodiging|beheer\/wachtwoord)\//

const cookieOf = (answer: Response) => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

/** The policy by its directives: the sources of each. */
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
  // What stands in files is the same for everybody, and has its own name for each content.
  if (sent['content-type']?.includes('html')) expect(sent['cache-control'], label).toContain('no-store')
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie, label).toMatch(/^__Host-aan/)
    expect(
      cookie.split('; ').map((part) => part.toLowerCase()),
      label,
    ).toEqual(expect.arrayContaining(['httponly', 'secure', 'samesite=lax', 'path=/']))
  }
}

/** No script and no style in the page itself but what the policy lets through. */
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

describe('every page and route handler says what a browser may do with it', () => {
  it.each(['GET', 'HEAD'])(
    'to somebody who asks by %s, logged in or not',
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

  it('to a script of ours that asks for part of a page, or runs an action', async () => {
    for (const path of allPaths()) {
      expectSecurityHeaders(await request(path, { headers: { rsc: '1' } }), path)
      const action = { 'next-action': 'x', 'content-type': 'text/plain' }
      expectSecurityHeaders(await request(path, { method: 'POST', headers: action, body: '[]' }), path)
    }
  }, 120_000)

  it('and so do its answers to a form, with cookies that only this host gets, over https', async () => {
    expect(login.status).toBe(303)
    expect(login.headers.getSetCookie().length).toBeGreaterThan(0)
    expectSecurityHeaders(login, 'logging in')
    const form = await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'koek@example.nl')
    const thanks = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
    expect(thanks.headers.getSetCookie()).toHaveLength(1)
    expectSecurityHeaders(thanks, 'signing up')
    const page = await request(routes.registrationConfirmation(session.slug), { headers: { cookie: cookieOf(thanks) } })
    expect(await page.text()).toContain('koek@example.nl')
  })
})

it('so does what stands in files', async () => {
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
  ['nothing there', 404, '/niets', {}],
  ['no kennissessie', 404, '/sessies/bestaat-niet', {}],
  ['no such file', 404, '/_next/static/chunks/niets.js', {}],
  ['no picture to make smaller', 400, '/_next/image?url=https%3A%2F%2Fexample.nl%2Fa.png&w=64&q=75', {}],
  ['no address', 400, '/%', {}],
  ['a slash too many', 308, '/sessies/x/', {}],
  ['a form from elsewhere', 403, '/', { method: 'POST', headers: { origin: 'https://example.com' }, body: 'a=1' }],
  ['too much', 413, '/', { method: 'POST', body: 'x'.repeat(70_000) }],
  ['no form', 400, '/', { method: 'POST', headers: { 'content-type': 'multipart/form-data' }, body: 'x' }],
  ['another method', 405, '/', { method: 'DELETE' }],
])('so does a refusal: %s (%i)', async (what, status, path, init) => {
  const answer = await request(path, init)
  expect(answer.status).toBe(status)
  expectSecurityHeaders(answer, what)
  expect(await answer.text()).not.toMatch(/\bat \S+ \(|node_modules/)
})

it('each answer has a nonce of its own', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => request(routes.login())))
  expect(new Set(answers.map((answer) => String(policyOf(answer)['script-src']))).size).toBe(20)
})

it('only the desk, which shows mails, lets a page bring styles along; only /deelnemen and the log-in let a form lead elsewhere', async () => {
  for (const path of allPaths()) {
    const policy = policyOf(await request(path, { headers: { cookie: cookieOf(login) } }))
    expect(policy['style-src']?.includes("'unsafe-inline'"), path).toBe(/^\/beheer(\/|$)/.test(path))
    expect(policy['form-action']?.includes('https:'), path).toBe(
      path.startsWith('/deelnemen/') || path === '/beheer/inloggen',
    )
  }
}, 60_000)

it('so does the page that says that the database is away', async () => {
  await setConnectionsAllowed(database.url, false)
  const answer = await request(routes.register(session.slug))
  expect(answer.status).toBe(503)
  expectSecurityHeaders(answer, 'away')
  await setConnectionsAllowed(database.url, true)
})
