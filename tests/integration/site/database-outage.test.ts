import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { setConnectionsAllowed } from '@/tests/support/database/database-outage'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, submitForm } from '@/tests/support/http/form-post'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  database = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: database.url, SIGNUP_MIN_SECONDS: '1' } })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)

it('without a database every page says in Dutch to come back, with status 503, and the site recovers by itself', async () => {
  const moments = {
    questionDeadlineAt: daysFromNow(1),
    registrationClosesAt: daysFromNow(2),
    startsAt: daysFromNow(3),
    endsAt: daysFromNow(4),
  }
  const session = await createTestSession(database.db, moments)
  const form = await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'weg@example.nl')

  await setConnectionsAllowed(database.url, false)
  for (const path of [routes.home(), routes.session(session.slug), routes.register(session.slug), routes.admin()]) {
    const page = await fetch(`${site.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' })
    if (path === routes.admin() && page.status < 400) continue // Nobody is logged in: to the log-in page.
    expect(page.status, path).toBe(503)
    expect(await page.text(), path).toContain('We zijn even niet bereikbaar')
  }
  expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(503)
  const refused = await submitForm(form)
  expect(refused.status).toBe(503)

  await setConnectionsAllowed(database.url, true)
  await vi.waitFor(async () => expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(200), {
    timeout: 15_000,
    interval: 250,
  })
  expect((await submitForm(form)).status).toBe(303)
  expect(await database.db.registration.count({ where: { sessionId: session.id } })).toBe(1)
  await vi.waitFor(async () => expect(await site.mailsTo('weg@example.nl')).toHaveLength(1), { timeout: 15_000 })
}, 90_000)
