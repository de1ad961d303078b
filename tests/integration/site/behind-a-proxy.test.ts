import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database'
import { openForm, openSignUp, post } from '@/tests/support/form-post'
import { makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

const outside = 'https://aanmelden.example.nl'
const organiser = { email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  test = await createTestDatabase()
  site = await startSite({
    env: {
      DATABASE_URL: test.url,
      SITE_URL: outside,
      SIGNUP_MIN_SECONDS: '1',
      ORGANISER_EMAIL: organiser.email,
      ORGANISER_PASSWORD: organiser.password,
    },
  })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await test.drop()
})

it('a proxy that gives the site its own name instead of the public one does not stop a sign-up', async () => {
  const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
  const session = await makeSession(test.db, {
    questionDeadlineAt: day(1),
    registrationClosesAt: day(2),
    startsAt: day(3),
    endsAt: day(4),
  })
  const form = await openSignUp(`${site.url}${routes.signUp(session.slug)}`, 'buiten@example.nl')
  const answer = await post({ ...form, headers: { ...form.headers, origin: outside } })
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

  const form = await openForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
  const login = await post({ ...form, headers: { ...form.headers, origin: outside } })
  const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const desk = await (await fetch(`${site.url}${routes.desk()}`, { headers: { cookie } })).text()
  const [, action = ''] = desk.match(/\$ACTION_ID_([0-9a-f]+)/) ?? []
  expect(action).not.toBe('')

  const headers = { cookie, host, origin: `http://${host}`, 'next-action': action, 'content-type': 'text/plain' }
  const redirect = await new Promise<unknown>((resolve, reject) => {
    const sent = request(`${site.url}${routes.desk()}`, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.headers['x-action-redirect']))
    })
    sent.on('error', reject).end('[]')
  })
  expect(redirect).toContain(routes.loggedOut())
  expect(asked).toEqual([])
  elsewhere.close()
})
