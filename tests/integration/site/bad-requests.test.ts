import { describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { startExpectingExit } from '@/tests/support/servers/site'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const site = await startSiteForFile()
const acceptHtml = { accept: 'text/html' }
const statusOf = async (path: string, init?: RequestInit) =>
  (await fetch(`${site.url}${path}`, { redirect: 'manual', headers: acceptHtml, ...init })).status

describe('a GET', () => {
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
  ])('for the missing page %s shows a not-found page without a script', async (path) => {
    const answer = await fetch(`${site.url}${path}`, { headers: acceptHtml })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('Deze pagina is er niet</h1>')
  })

  it.each(['/sessies/%', '/sessies/%E0%A4%A', '/%c0%ae%c0%ae'])(
    'for the undecodable path %s is refused',
    async (path) => {
      const status = await statusOf(path)
      expect(status).toBeGreaterThanOrEqual(400)
      expect(status).toBeLessThan(500)
    },
  )

  it('in the admin area redirects to the login, also with an impossible id', async () => {
    for (const path of [routes.admin(), routes.registrations('x'), routes.registration('x', "' OR 1=1")]) {
      expect([303, 307]).toContain(await statusOf(path))
    }
  })

  it('for a past session shows its page, and no form on the registration page', async () => {
    const session = await createTestSession(site.db, sessionTimes2022)
    expect(await statusOf(routes.session(session.slug))).toBe(200)
    const page = await (await fetch(`${site.url}${routes.register(session.slug)}`)).text()
    expect(page).toContain('Deze kennissessie is geweest')
    expect(page).not.toContain('<form')
  })

  it('for the status returns the state without names or secrets', async () => {
    const answer = await fetch(`${site.url}${routes.status()}`)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toEqual({ database: 'ready', oldestUnsentSeconds: null, mailPaused: null })
  })
})

describe('a POST', () => {
  const ownHeaders = () => ({ ...acceptHtml, origin: site.url })

  it.each([
    ['without an Origin', {}],
    ['from another site', { origin: 'https://example.com' }],
  ])('%s is refused with 403', async (_, headers) => {
    expect(await statusOf('/', { method: 'POST', headers: { ...acceptHtml, ...headers }, body: 'a=1' })).toBe(403)
  })

  it('of more than 64 kB is refused with 413', async () => {
    const answer = await fetch(`${site.url}/`, { method: 'POST', headers: ownHeaders(), body: 'x'.repeat(70_000) })
    expect(answer.status).toBe(413)
    expect(await answer.text()).toContain('Dat is te veel tekst')
  })

  it.each([
    [
      'an unknown action',
      { 'next-action': '40aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'content-type': 'text/plain' },
      '[]',
    ],
    ['action arguments that are not JSON', { 'next-action': 'x', 'content-type': 'text/plain' }, '{{{'],
    ['a malformed form', { 'content-type': 'multipart/form-data; boundary=x' }, 'geen formulier'],
    ['a form without a boundary', { 'content-type': 'multipart/form-data' }, 'x'],
    ['JSON', { 'content-type': 'application/json' }, '{"a":1}'],
    ['an empty body', { 'content-type': 'application/x-www-form-urlencoded' }, ''],
    ['an invalid content type', { 'content-type': ';;;' }, 'x'],
  ])('with %s does not fail', async (_, headers, body) => {
    const session = await createTestSession(site.db, sessionTimes2022)
    for (const path of ['/', routes.register(session.slug), routes.login()]) {
      const status = await statusOf(path, { method: 'POST', headers: { ...ownHeaders(), ...headers }, body })
      expect(status, path).toBeLessThan(500)
    }
  })

  it('with broken hidden action fields does not fail', async () => {
    const form = await fetchForm(`${site.url}${routes.login()}`)
    const actionFields = [...form.fields.keys()].filter((name) => name.startsWith('$ACTION'))
    expect(actionFields.length).toBeGreaterThan(0)
    for (const name of actionFields) {
      const broken = await fetchForm(form.action)
      broken.fields.set(name, '{"id":"__proto__","bound":"$@9"}')
      expect((await submitForm(broken)).status, name).toBeLessThan(500)
    }
  })
})

it.each(['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'])('the method %s does not fail', async (method) => {
  expect(await statusOf('/', { method, headers: { ...acceptHtml, origin: site.url } })).toBeLessThan(500)
})

describe('the start', () => {
  it('stops with a message that names each invalid setting', async () => {
    const { code, printed } = await startExpectingExit({ PORT: 'tachtig', APP_SECRET: 'kort' })
    expect(code).toBe(1)
    expect(printed).toContain('PORT moet zijn')
    expect(printed).toContain('APP_SECRET moet zijn')
    expect(printed).not.toContain('at ')
  })

  it('stops with a message when the port is in use', async () => {
    const port = new URL(site.url).port
    const settings = { PORT: port, DATABASE_URL: site.databaseUrl, DATA_DIR: site.dataDir }
    const { code, printed } = await startExpectingExit(settings)
    expect(code).toBe(1)
    expect(printed).toContain(`Poort ${port} is al in gebruik`)
  })
})
