import { expect, it, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { setConnectionsAllowed } from '@/tests/support/database/database-outage'
import { upcomingTimes } from '@/tests/support/fixtures/dates'
import { createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, submitForm } from '@/tests/support/http/form-post'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const site = await startSiteForFile({ SIGNUP_MIN_SECONDS: '1' })

it('answers 503 with a Dutch page while the database is unreachable, and recovers by itself', async () => {
  const session = await createTestSession(site.db, upcomingTimes())
  const form = await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'weg@example.nl')

  await setConnectionsAllowed(site.databaseUrl, false)
  for (const path of [routes.home(), routes.session(session.slug), routes.register(session.slug), routes.admin()]) {
    const page = await fetch(`${site.url}${path}`, { headers: { accept: 'text/html' }, redirect: 'manual' })
    // Without a login cookie the admin area redirects without using the database.
    if (path === routes.admin() && page.status < 400) continue
    expect(page.status, path).toBe(503)
    expect(await page.text(), path).toContain('We zijn even niet bereikbaar')
  }
  expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(503)
  const refused = await submitForm(form)
  expect(refused.status).toBe(503)

  await setConnectionsAllowed(site.databaseUrl, true)
  await vi.waitFor(async () => expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(200), {
    timeout: 15_000,
    interval: 250,
  })
  expect((await submitForm(form)).status).toBe(303)
  expect(await site.db.registration.count({ where: { sessionId: session.id } })).toBe(1)
  await vi.waitFor(async () => expect(await site.mailsTo('weg@example.nl')).toHaveLength(1), { timeout: 15_000 })
}, 90_000)
