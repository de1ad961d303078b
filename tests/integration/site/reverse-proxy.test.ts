import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, fetchForm, submitForm } from '@/tests/support/http/form-post'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

const publicUrl = 'https://aanmelden.example.nl'
const organiser = { email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  database = await createTestDatabase()
  site = await startSite({
    env: {
      DATABASE_URL: database.url,
      SITE_URL: publicUrl,
      SIGNUP_MIN_SECONDS: '1',
      ORGANISER_EMAIL: organiser.email,
      ORGANISER_PASSWORD: organiser.password,
    },
  })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

it('a proxy that gives the site its own name instead of the public one does not stop a sign-up', async () => {
  const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  const session = await createTestSession(database.db, {
    questionDeadlineAt: day(1),
    registrationClosesAt: day(2),
    startsAt: day(3),
    endsAt: day(4),
  })
  const form = await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'buiten@example.nl')
  const answer = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('set-cookie')).toMatch(/Secure/)
})

it('a host that the visitor names is never asked for anything', async () => {
  const asked: IncomingMessage[] = []
  const elsewhere = createServer((incoming, response) => {
    asked.push(incoming)
    response.end()
  })
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(elsewhere.address() as AddressInfo).port}`

  const form = await fetchForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
  const login = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
  const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const desk = await (await fetch(`${site.url}${routes.admin()}`, { headers: { cookie } })).text()
  const [, action = ''] = desk.match(/\$ACTION_ID_([0-9a-f]+)/) ?? []
  expect(action).not.toBe('')

  const headers = { cookie, host, origin: `http://${host}`, 'next-action': action, 'content-type': 'text/plain' }
  const redirect = await new Promise<unknown>((resolve, reject) => {
    const sent = request(`${site.url}${routes.admin()}`, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.headers['x-action-redirect']))
    })
    sent.on('error', reject).end('[]')
  })
  expect(redirect).toContain(routes.loginAfterLogout())
  expect(asked).toEqual([])
  elsewhere.close()
})
