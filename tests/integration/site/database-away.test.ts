import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database'
import { letConnect } from '@/tests/support/database-away'
import { openSignUp, post } from '@/tests/support/form-post'
import { makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  test = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: test.url, SIGNUP_MIN_SECONDS: '1' } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await test.drop()
})

const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

it('without a database every page says in Dutch to come back, with status 503, and the site recovers by itself', async () => {
  const moments = { questionDeadlineAt: day(1), registrationClosesAt: day(2), startsAt: day(3), endsAt: day(4) }
  const session = await makeSession(test.db, moments)
  const form = await openSignUp(`${site.url}${routes.signUp(session.slug)}`, 'weg@example.nl')

  await letConnect(test.url, false)
  for (const path of [routes.home(), routes.session(session.slug), routes.signUp(session.slug), routes.desk()]) {
    const page = await fetch(`${site.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' })
    if (path === routes.desk() && page.status < 400) continue // Nobody is logged in: to the log-in page.
    expect(page.status, path).toBe(503)
    expect(await page.text(), path).toContain('We zijn even niet bereikbaar')
  }
  expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(503)
  const refused = await post(form)
  expect(refused.status).toBe(503)

  await letConnect(test.url, true)
  await vi.waitFor(async () => expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(200), {
    timeout: 15_000,
    interval: 250,
  })
  expect((await post(form)).status).toBe(303)
  expect(await test.db.registration.count({ where: { sessionId: session.id } })).toBe(1)
  await vi.waitFor(async () => expect(await site.mailsTo('weg@example.nl')).toHaveLength(1), { timeout: 15_000 })
}, 90_000)
