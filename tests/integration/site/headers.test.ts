import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database'
import { letConnect } from '@/tests/support/database-away'
import { openForm, openSignUp, post } from '@/tests/support/form-post'
import { makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'
import { code } from '@/tests/support/sources'

const outside = 'https://aanmelden.example.nl'
const organiser = { email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }
const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let session: Awaited<ReturnType<typeof makeSession>>
let login: Response
beforeAll(async () => {
  test = await createTestDatabase()
  site = await startSite({
    env: {
      DATABASE_URL: test.url,
      SITE_URL: outside,
      SIGNUP_MIN_SECONDS: '1',
      SECURITY_CONTACT: 'veiligheid@example.nl',
      ORGANISER_EMAIL: organiser.email,
      ORGANISER_PASSWORD: organiser.password,
    },
  })
  const moments = { questionDeadlineAt: day(1), registrationClosesAt: day(2), startsAt: day(3), endsAt: day(4) }
  session = await makeSession(test.db, moments)
  const form = await openForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
  login = await post({ ...form, headers: { ...form.headers, origin: outside } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await test.drop()
})

/** Every page and route handler there is, as it is found below app/, with a value for each part between brackets. */
const everyPath = () =>
  code(['app'])
    .map(({ file }) => file)
    .filter((file) => /\/(page\.tsx|route\.tsx?)$/.test(file))
    .map((file) => {
      const parts = file.split('/').slice(1, -1)
      const samples: Record<string, string> = { '[slug]': session.slug, '[id]': session.id }
      return `/${parts.flatMap((part) => (part.startsWith('(') ? [] : [samples[part] ?? part.replace(/[[\]]/g, '')])).join('/')}`
    })

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${site.url}${path}`, {
    redirect: 'manual',
    ...init,
    headers: { accept: 'text/html', origin: outside, ...init.headers },
  })

/** The pages with somebody's key in their address. */
const holdingKeys = /^\/(deelnemen|plek|aanmelding|beheer\/uitnodiging|beheer\/wachtwoord)\//

const cookieOf = (answer: Response) => (answer.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''

/** The policy by its directives: the sources of each. */
const policyOf = ({ headers }: Response) =>
  Object.fromEntries(
    (headers.get('content-security-policy') ?? '')
      .split('; ')
      .map((directive) => directive.split(' '))
      .map(([name = '', ...sources]) => [name, sources]),
  ) as Record<string, string[]>

function expectSafe(answer: Response, what: string) {
  const sent = Object.fromEntries(answer.headers)
  expect(sent, what).toMatchObject({
    'x-content-type-options': 'nosniff',
    'referrer-policy': holdingKeys.test(what) ? 'strict-origin' : 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'permissions-policy': expect.stringContaining('camera=()'),
  })
  expect(sent['x-powered-by'], what).toBeUndefined()
  expect(sent['access-control-allow-origin'], what).toBeUndefined()
  const policy = policyOf(answer)
  expect(policy, what).toMatchObject({
    'default-src': ["'none'"],
    'base-uri': ["'none'"],
    'frame-ancestors': ["'none'"],
  })
  expect(String(policy['script-src']), what).not.toMatch(/unsafe|https?:|\*/)
  // What stands in files is the same for everybody, and has its own name for each content.
  if (sent['content-type']?.includes('html')) expect(sent['cache-control'], what).toContain('no-store')
  for (const cookie of answer.headers.getSetCookie()) {
    expect(cookie, what).toMatch(/^__Host-aan/)
    expect(
      cookie.split('; ').map((part) => part.toLowerCase()),
      what,
    ).toEqual(expect.arrayContaining(['httponly', 'secure', 'samesite=lax', 'path=/']))
  }
}

/** No script and no style in the page itself but what the policy lets through. */
async function expectNothingInline(answer: Response, what: string) {
  const sources = policyOf(answer)['script-src'] ?? []
  const html = await answer.text()
  const scripts = [...html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)]
  const letIn = ([, attributes = '', text = '']: RegExpMatchArray) => {
    const [, nonce] = attributes.match(/nonce="([^"]+)"/) ?? []
    const hash = createHash('sha256').update(text).digest('base64')
    return nonce ? sources.includes(`'nonce-${nonce}'`) : !text || sources.includes(`'sha256-${hash}'`)
  }
  expect(
    scripts.filter((script) => !letIn(script)).map(([script]) => script),
    what,
  ).toEqual([])
  const tags = [...html.replace(/<script[\s\S]*?<\/script>/g, '').matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
  expect(
    tags.filter((tag) => /\son[a-z]+=/.test(tag)),
    what,
  ).toEqual([])
  if (policyOf(answer)['style-src']?.includes("'unsafe-inline'")) return
  expect(
    tags.filter((tag) => /\sstyle=|^<style/.test(tag)),
    what,
  ).toEqual([])
}

describe('every page and route handler says what a browser may do with it', () => {
  it.each(['GET', 'HEAD'])(
    'to somebody who asks by %s, logged in or not',
    async (method) => {
      for (const path of everyPath()) {
        for (const cookie of ['', cookieOf(login)]) {
          const answer = await ask(path, { method, headers: { cookie } })
          expectSafe(answer, path)
          if (answer.headers.get('content-type')?.includes('html')) await expectNothingInline(answer, path)
        }
      }
    },
    120_000,
  )

  it('to a script of ours that asks for part of a page, or runs an action', async () => {
    for (const path of everyPath()) {
      expectSafe(await ask(path, { headers: { rsc: '1' } }), path)
      const action = { 'next-action': 'x', 'content-type': 'text/plain' }
      expectSafe(await ask(path, { method: 'POST', headers: action, body: '[]' }), path)
    }
  }, 120_000)

  it('and so do its answers to a form, with cookies that only this host gets, over https', async () => {
    expect(login.status).toBe(303)
    expect(login.headers.getSetCookie().length).toBeGreaterThan(0)
    expectSafe(login, 'logging in')
    const form = await openSignUp(`${site.url}${routes.signUp(session.slug)}`, 'koek@example.nl')
    const thanks = await post({ ...form, headers: { ...form.headers, origin: outside } })
    expect(thanks.headers.getSetCookie()).toHaveLength(1)
    expectSafe(thanks, 'signing up')
    const page = await ask(routes.signedUp(session.slug), { headers: { cookie: cookieOf(thanks) } })
    expect(await page.text()).toContain('koek@example.nl')
  })
})

it('so does what stands in files', async () => {
  const html = await (await ask(routes.home())).text()
  const files = [...html.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg)[^"]*)"/g)].map(([, file = '']) => file)
  expect(files.length).toBeGreaterThan(5)
  for (const file of [...new Set(files), '/beelden/diversiteitsvlechtwerk.svg']) {
    const answer = await ask(file)
    expect(answer.status, file).toBe(200)
    expectSafe(answer, file)
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
  const answer = await ask(path, init)
  expect(answer.status).toBe(status)
  expectSafe(answer, what)
  expect(await answer.text()).not.toMatch(/\bat \S+ \(|node_modules/)
})

it('each answer has a nonce of its own', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => ask(routes.login())))
  expect(new Set(answers.map((answer) => String(policyOf(answer)['script-src']))).size).toBe(20)
})

it('only the desk, which shows mails, lets a page bring styles along; only /deelnemen and the log-in let a form lead elsewhere', async () => {
  for (const path of everyPath()) {
    const policy = policyOf(await ask(path, { headers: { cookie: cookieOf(login) } }))
    expect(policy['style-src']?.includes("'unsafe-inline'"), path).toBe(/^\/beheer(\/|$)/.test(path))
    expect(policy['form-action']?.includes('https:'), path).toBe(
      path.startsWith('/deelnemen/') || path === '/beheer/inloggen',
    )
  }
}, 60_000)

it('so does the page that says that the database is away', async () => {
  await letConnect(test.url, false)
  const answer = await ask(routes.signUp(session.slug))
  expect(answer.status).toBe(503)
  expectSafe(answer, 'away')
  await letConnect(test.url, true)
})
