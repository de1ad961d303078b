import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { registerParticipant } from '@/lib/registrations/register'
import { createTestSession, registrationInputFor } from '@/tests/support/fixtures/session'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'
import { sessionAdminPaths, triagePaths } from './admin-paths'
import { createAdmin, loginCookie } from './organiser-fixtures'

const hostile = '<script>alert("Voorbeeld")</script>'
const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)

const site = await startSiteForFile(sharedSecret)
const { db } = site
let sessionId: string
let registrationId: string
let answerId: string
let cookie: string
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
  await createAdmin()
  cookie = await loginCookie('beheerder@example.nl')
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

describe('admin area', () => {
  it('redirects to the log-in page without a valid login', async () => {
    const { id: questionId } = await db.question.findFirstOrThrow()
    const otherPaths = [
      ...sessionAdminPaths({ sessionId, registrationId, questionId }),
      ...triagePaths({ sessionId, answerId }),
    ]
    for (const path of [...adminPages(), ...otherPaths]) {
      for (const invalidCookie of [
        '',
        'aanschuif.session_token=onzin',
        `aanschuif.session_token=${'a'.repeat(32)}.${'b'.repeat(44)}`,
      ]) {
        const response = await open(path, invalidCookie)
        expect(response.status).toBe(307)
        expect(redirectPath(response).startsWith(routes.login())).toBe(true)
        expect(await response.text()).not.toContain('iemand@example.nl')
      }
    }
    const login = redirectPath(await open(routes.registrations(sessionId)))
    expect(new URL(login, site.url).searchParams.get('naar')).toBe(routes.registrations(sessionId))
  })

  it('shows registrations after login, with hostile input escaped', async () => {
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
    await db.mailPause.updateMany({ data: { reason: 'limit-reached' } })
    const page = await (await open(routes.admin(), cookie)).text()
    expect(page).toContain('De limiet van je mailserver is bereikt')
    expect(page).toContain('MAIL_PER_MINUTE')
    await db.mailPause.deleteMany()
  })

  it('says of failed mail without an answer that it may have arrived', async () => {
    const sent = { createdAt: new Date(), dueAt: new Date(), failedAt: new Date(), lastError: 'ECONNECTION: closed' }
    const mail = { kind: 'confirmation' as const, sessionId, ...sent }
    const { id } = await db.message.create({ data: { ...mail, maybeDuplicate: true, uncertainAttempts: 3 } })
    const showWarnings = async () => (await open(routes.admin(), cookie)).text()
    const uncertain = await showWarnings()
    expect(uncertain).toContain('1 mail is misschien niet aangekomen.')
    expect(uncertain).toContain('Eén mail is misschien toch aangekomen')
    expect(uncertain).not.toContain('Klopt het adres?')
    const refused = await db.message.create({ data: mail })
    const both = await showWarnings()
    expect(both).toContain('2 mails zijn niet aangekomen.')
    expect(both).toContain('Klopt het adres?')
    await db.message.deleteMany({ where: { id: { in: [id, refused.id] } } })
  })

  it('exports registrations for an organiser and a form of this site only', async () => {
    const requestExport = (headers: Record<string, string>, method = 'POST') => {
      const path = routes.exportRegistrations(sessionId, { zoek: 'script' })
      const body = method === 'POST' ? new URLSearchParams({ soort: 'csv' }) : undefined
      return fetch(`${site.url}${path}`, { method, headers, body, redirect: 'manual' })
    }
    const origin = site.url
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

  it('answers 404 for unknown and malformed ids', async () => {
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
})
