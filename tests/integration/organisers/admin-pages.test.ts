import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { clientIpHeader } from '@/lib/http/client-ip'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { routes } from '@/lib/platform/routes'
import { registerParticipant } from '@/lib/registrations/register'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'
import { sessionAdminPaths, triagePaths } from './admin-paths'

const organiser = { name: 'Voorbeeld', email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }
const hostile = '<script>alert("Voorbeeld")</script>'
const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)

const { db, url } = await createTestDatabase()
let site: Site
let sessionId: string
let registrationId: string
let answerId: string
beforeAll(async () => {
  // In the future, because the running site purges the names of past sessions.
  const times = { questionDeadlineAt: day(1), registrationClosesAt: day(2), startsAt: day(3), endsAt: day(4) }
  const session = await createTestSession(db, times)
  sessionId = session.id
  await registerParticipant(registrationInputFor(session, { name: hostile, email: 'iemand@example.nl' }), {
    now: new Date(),
  })
  registrationId = (await db.registration.findFirstOrThrow()).id
  answerId = (await db.answer.findFirstOrThrow({ where: { question: { isAgendaQuestion: true } } })).id
  site = await startSite({ env: { DATABASE_URL: url } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
})

const adminPages = () => [
  routes.admin(),
  routes.registrations(sessionId),
  routes.registration(sessionId, registrationId),
]
const open = (path: string, cookie = '') =>
  fetch(`${site.url}${path}`, { redirect: 'manual', headers: { accept: 'text/html', cookie } })
const redirectPath = (response: Response) => {
  const to = new URL(response.headers.get('location') ?? '', site.url)
  return to.pathname + to.search
}

async function sendLogin({
  email,
  password,
  path = routes.login() as string,
}: {
  email: string
  password: string
  path?: string
}) {
  const form = await fetchForm(`${site.url}${path}`)
  form.fields.set('email', email)
  form.fields.set('password', password)
  return submitForm(form)
}

async function loginCookie() {
  const [cookie = ''] = (await sendLogin(organiser)).headers.getSetCookie()
  return cookie.split(';')[0] ?? ''
}

// The tests depend on each other: no organiser, the first organiser, login and logout.
describe('admin area', () => {
  it('redirects to the log-in page without a valid login', async () => {
    const { id: questionId } = await db.question.findFirstOrThrow()
    const otherPaths = [
      ...sessionAdminPaths({ sessionId, registrationId, questionId }),
      ...triagePaths({ sessionId, answerId }),
    ]
    for (const path of [...adminPages(), ...otherPaths]) {
      for (const cookie of [
        '',
        'aanschuif.session_token=onzin',
        `aanschuif.session_token=${'a'.repeat(32)}.${'b'.repeat(44)}`,
      ]) {
        const response = await open(path, cookie)
        expect(response.status).toBe(307)
        expect(redirectPath(response).startsWith(routes.login())).toBe(true)
        expect(await response.text()).not.toContain('iemand@example.nl')
      }
    }
    const login = redirectPath(await open(routes.registrations(sessionId)))
    expect(new URL(login, site.url).searchParams.get('naar')).toBe(routes.registrations(sessionId))
  })

  it('mounts no route of better-auth', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session']) {
      const headers = { origin: site.url, 'content-type': 'application/json', 'content-length': '2' }
      expect((await fetch(`${site.url}${path}`, { method: 'POST', body: '{}', headers })).status).toBe(404)
    }
  })

  it('creates the first organiser with the link printed at start-up, which only works once', async () => {
    const link = site.printed().match(/http\S+sleutel=\S+/)?.[0] ?? ''
    const form = await fetchForm(link)
    expect(await db.organiser.count()).toBe(0)

    const wrong = await (await fetch(`${link}x`)).text()
    expect(wrong).toContain('Deze link werkt niet')
    expect(wrong).not.toContain('<input')

    form.fields.set('sleutel', 'onzin')
    for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
    expect(await (await submitForm(form)).text()).toContain('Het account is niet gemaakt')
    expect(await db.organiser.count()).toBe(0)

    const validForm = await fetchForm(link)
    for (const [name, value] of Object.entries(organiser)) validForm.fields.set(name, value)
    const response = await submitForm(validForm)
    expect([response.status, redirectPath(response)]).toEqual([303, routes.admin()])
    expect(response.headers.getSetCookie()[0]).toMatch(/^aanschuif\.session_token=.*HttpOnly; SameSite=lax$/i)
    expect(await (await fetch(link)).text()).toContain('Deze link werkt niet')
    expect(await createFirstOrganiser({ ...organiser, email: 'tweede@example.nl' }, { now: new Date() })).toMatchObject(
      { ok: false },
    )
  })

  it('shows registrations after login, with hostile input escaped', async () => {
    const cookie = await loginCookie()
    for (const path of adminPages()) {
      const response = await open(path, cookie)
      expect(response.status).toBe(200)
      expect(response.headers.get('cache-control')).toContain('no-store')
      const page = await response.text()
      expect(page).not.toContain(hostile)
      if (path !== routes.admin()) expect(page).toContain('&lt;script&gt;')
    }
  })

  it('says on mail pages and /status that mail is paused, and why', async () => {
    const cookie = await loginCookie()
    const since = new Date()
    const until = new Date(since.getTime() + 60 * 60_000)
    const pages = [routes.admin(), routes.messages(sessionId), routes.release(sessionId), routes.editSession(sessionId)]
    const showPause = async () =>
      Promise.all(pages.map(async (path) => (await (await open(path, cookie)).text()).includes('De mail staat stil.')))
    expect(await showPause()).toEqual(pages.map(() => false))
    await db.mailPause.create({ data: { id: 1, since, until, reason: 'login-refused' } })
    expect(await showPause()).toEqual(pages.map(() => true))
    expect(await (await open(routes.admin(), cookie)).text()).toContain('De mailserver weigert de inlog van de site')
    expect(await (await open(routes.status())).json()).toMatchObject({ mailPaused: 'login-refused' })
    await db.mailPause.deleteMany()
  })

  it('exports registrations for an organiser and a form of this site only', async () => {
    const requestExport = (headers: Record<string, string>, method = 'POST') => {
      const path = routes.exportRegistrations(sessionId, { zoek: 'script' })
      const body = method === 'POST' ? new URLSearchParams({ soort: 'csv' }) : undefined
      return fetch(`${site.url}${path}`, { method, headers, body, redirect: 'manual' })
    }
    const [origin, cookie] = [site.url, await loginCookie()]
    const loggedOut = await requestExport({ origin })
    expect([loggedOut.status, redirectPath(loggedOut).startsWith(routes.login())]).toEqual([303, true])
    for (const headers of [{ cookie }, { cookie, origin: 'https://example.nl' }] as Record<string, string>[]) {
      expect((await requestExport(headers)).status).toBe(403)
    }
    expect((await requestExport({ cookie }, 'GET')).status).toBe(405)
    expect(await db.auditEntry.count({ where: { action: 'registrationsExported' } })).toBe(0)

    const file = await requestExport({ cookie, origin })
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename="aanmeldingen-voorbeeld-.+\.csv"$/)
    expect((await file.text()).split('\r\n')).toHaveLength(3)
    expect(await db.auditEntry.count({ where: { action: 'registrationsExported' } })).toBe(1)
  })

  it('opens the requested page after login, but no other site', async () => {
    const naar = new URLSearchParams({ naar: routes.registrations(sessionId) })
    expect(redirectPath(await sendLogin({ ...organiser, path: `${routes.login()}?${naar}` }))).toBe(
      routes.registrations(sessionId),
    )
    const form = await fetchForm(`${site.url}${routes.login()}`)
    for (const [name, value] of Object.entries({ ...organiser, naar: 'https://example.nl/beheer' }))
      form.fields.set(name, value)
    expect(redirectPath(await submitForm(form))).toBe(routes.admin())
  })

  it('answers 404 for unknown and malformed ids', async () => {
    const cookie = await loginCookie()
    const unknownIds = ['x', '%00', "'%20OR%201=1", randomUUID(), sessionId.slice(1), `${sessionId}x`]
    for (const id of unknownIds) {
      expect((await open(routes.registrations(id), cookie)).status).toBe(404)
      expect((await open(routes.registration(sessionId, id), cookie)).status).toBe(404)
    }
    expect((await open(routes.registration(randomUUID(), registrationId), cookie)).status).toBe(404)
    for (const id of unknownIds) {
      expect((await open(routes.agendaQuestion(sessionId, id), cookie)).status).toBe(404)
      expect((await open(routes.clarification(sessionId, id), cookie)).status).toBe(404)
      expect((await open(routes.speakerBriefFile(id), cookie)).status).toBe(404)
    }
    for (const path of triagePaths({ sessionId, answerId })) expect((await open(path, cookie)).status).toBe(200)
    expect(
      (await open(`${routes.agendaQuestions(sessionId)}?stand=x&thema='&wie=%00&tijd=1&pagina=99`, cookie)).status,
    ).toBe(200)
    for (const page of ['0', '-1', '2', '1e9', '99999999999', 'x', '%00']) {
      expect((await open(`${routes.registrations(sessionId)}?pagina=${page}`, cookie)).status).toBe(200)
    }
  })

  it('refuses the cookie after logout', async () => {
    const cookie = await loginCookie()
    const logOut = await fetchForm(`${site.url}${routes.login()}`)
    const adminHome = await (await open(routes.admin(), cookie)).text()
    const [, action = ''] = adminHome.match(/name="(\$ACTION_ID_\w+)"/) ?? []
    logOut.fields = new FormData()
    logOut.fields.set(action, '')
    const response = await submitForm({
      ...logOut,
      action: `${site.url}${routes.admin()}`,
      headers: { ...logOut.headers, cookie },
    })
    expect(response.status).toBe(303)
    expect(response.headers.getSetCookie().join()).toMatch(/aanschuif\.session_token=;.*Max-Age=0/i)
    expect((await open(routes.admin(), cookie)).status).toBe(307)
  })

  it('shows the same error for an unknown address and a wrong password, and never echoes a password', async () => {
    const mistakes = [
      { ...organiser, password: 'geen goed wachtwoord' },
      { ...organiser, email: 'onbekend@example.nl' },
    ]
    for (const mistake of mistakes) {
      const page = await (await sendLogin(mistake)).text()
      expect(page).toContain('<title>Fout: Inloggen - Aanschuif beheer</title>')
      expect(page).toContain('horen niet bij elkaar')
      expect(page).toContain(mistake.email)
      expect(page).not.toContain(mistake.password)
    }
  })

  it('limits attempts per IP address regardless of forged headers', async () => {
    const attempt = { email: 'ander@example.nl', password: 'geen goed wachtwoord' }
    for (let count = 0; count < 5; count += 1) await sendLogin(attempt)
    expect(await (await sendLogin(attempt)).text()).toMatch(/Wacht nog 1\d minuten/)

    let last = ''
    for (let count = 0; count < 21; count += 1) {
      const form = await fetchForm(`${site.url}${routes.login()}`)
      form.fields.set('email', `iemand${count}@example.nl`)
      form.fields.set('password', 'geen goed wachtwoord')
      const forged = { 'x-forwarded-for': `192.0.2.${count}`, [clientIpHeader]: `192.0.2.${count}` }
      last = await (await submitForm({ ...form, headers: { ...form.headers, ...forged } })).text()
    }
    expect(last).toMatch(/Wacht nog 1\d minuten/)
  })
})
