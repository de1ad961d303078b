import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { removeSiteData, type Site, startExpectingExit, startSite } from '@/tests/support/servers/site'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  database = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: database.url } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

const acceptHtml = { accept: 'text/html' }
const statusOf = async (path: string, init?: RequestInit) =>
  (await fetch(`${site.url}${path}`, { redirect: 'manual', headers: acceptHtml, ...init })).status

describe('what is not there', () => {
  it.each([
    '/sessies/bestaat-niet',
    '/sessies/bestaat-niet/aanmelden',
    '/sessies/bestaat-niet/aangemeld',
    '/sessies/%00',
    '/sessies/%F0%9F%92%A5/aanmelden',
    `/sessies/${'x'.repeat(4_000)}`,
    '/sessies/..%2f..%2fetc%2fpasswd',
    '/niets',
    '/.env',
    '/.git/config',
    '/lib/platform/env.ts',
  ])('%s gets a page that says so, also without a script', async (path) => {
    const answer = await fetch(`${site.url}${path}`, { headers: acceptHtml })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Deze pagina is er niet</h1>')
  })

  it.each(['/sessies/%', '/sessies/%E0%A4%A', '/%c0%ae%c0%ae'])(
    '%s, which is no address, gets a clean refusal',
    async (path) => {
      const status = await statusOf(path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    },
  )

  it('the desk is for who logs in, and an id that cannot be is no failure', async () => {
    for (const path of [routes.admin(), routes.registrations('x'), routes.registration('x', "' OR 1=1")]) {
      expect([303, 307]).toContain(await statusOf(path))
    }
  })

  it('a kennissessie that is past keeps its page, and its form says that it is over', async () => {
    const session = await createTestSession(database.db, sessionTimes2022)
    expect(await statusOf(routes.session(session.slug))).toBe(200)
    const page = await (await fetch(`${site.url}${routes.register(session.slug)}`)).text()
    expect(page).toContain('Deze kennissessie is geweest')
    expect(page).not.toContain('<form')
  })
})

describe('a post that no browser of a person sends', () => {
  const own = () => ({ ...acceptHtml, origin: site.url })

  it.each([
    ['without Origin', {}, 403],
    ['from elsewhere', { origin: 'https://example.com' }, 403],
  ])('%s', async (_, headers, status) => {
    expect(await statusOf('/', { method: 'POST', headers: { ...acceptHtml, ...headers }, body: 'a=1' })).toBe(status)
  })

  it('of more than 64 kB', async () => {
    const answer = await fetch(`${site.url}/`, { method: 'POST', headers: own(), body: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Dat is te veel tekst')
  })

  it.each([
    [
      'an unknown action',
      { 'next-action': '40aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'content-type': 'text/plain' },
      '[]',
    ],
    ['an action with arguments that are no JSON', { 'next-action': 'x', 'content-type': 'text/plain' }, '{{{'],
    ['a form that is no form', { 'content-type': 'multipart/form-data; boundary=x' }, 'geen formulier'],
    ['a form without a boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    ['JSON', { 'content-type': 'application/json' }, '{"a":1}'],
    ['nothing', { 'content-type': 'application/x-www-form-urlencoded' }, ''],
    ['a type that is no type', { 'content-type': ';;;' }, 'x'],
  ])('with %s', async (_, headers, body) => {
    const session = await createTestSession(database.db, sessionTimes2022)
    for (const path of ['/', routes.register(session.slug), routes.login()]) {
      const status = await statusOf(path, { method: 'POST', headers: { ...own(), ...headers }, body })
      expect(status, path).toBeLessThan(500)
    }
  })

  it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('with the method %s', async (method) => {
    expect(await statusOf('/', { method, headers: own() })).toBeLessThan(500)
  })

  it('with the hidden fields of another form, or with broken ones', async () => {
    const form = await fetchForm(`${site.url}${routes.login()}`)
    const hidden = [...form.fields.keys()].filter((name) => name.startsWith('$ACTION'))
    expect(hidden.length).toBeGreaterThan(0)
    for (const name of hidden) {
      const broken = await fetchForm(form.action)
      broken.fields.set(name, '{"id":"__proto__","bound":"$@9"}')
      expect((await submitForm(broken)).status, name).toBeLessThan(500)
    }
  })
})

describe('the status', () => {
  it('names no person and no secret', async () => {
    const answer = await fetch(`${site.url}${routes.status()}`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ database: 'ready', oldestUnsentSeconds: null, mailPaused: null })
  })
})

describe('settings that cannot be', () => {
  it('stop the start, which names them', async () => {
    const { code, printed } = await startExpectingExit({ PORT: 'tachtig', APP_SECRET: 'kort' })
    expect(code).toBe(1)
    expect(printed).toContain('PORT moet zijn')
    expect(printed).toContain('APP_SECRET moet zijn')
    expect(printed).not.toContain('at ')
  })

  it('such as a port that is taken, likewise', async () => {
    const port = new URL(site.url).port
    const { code, printed } = await startExpectingExit({
      PORT: port,
      DATABASE_URL: database.url,
      DATA_DIR: site.dataDir,
    })
    expect(code).toBe(1)
    expect(printed).toContain(`Poort ${port} is al in gebruik`)
  })
})
