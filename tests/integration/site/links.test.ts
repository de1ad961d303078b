import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { releaseSession } from '@/lib/sessions/commands'
import { createTestDatabase } from '@/tests/support/database'
import { openForm, openSignUp, post } from '@/tests/support/form-post'
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

/** Every row of every table, as text. */
async function everyRow(): Promise<string> {
  const client = new Client({ connectionString: test.url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
  )
  const all: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} AS t ORDER BY 1`)
    all.push(name, ...rows.map(({ row }) => row))
  }
  await client.end()
  return all.join('\n')
}

it('opening every link of every mail changes not one row; pressing the button does', async () => {
  const day = 24 * 60 * 60 * 1000
  const soon = new Date(Date.now() + 30 * 60_000)
  const session = await makeSession(test.db, {
    questionDeadlineAt: soon,
    registrationClosesAt: soon,
    startsAt: soon,
    endsAt: new Date(soon.getTime() + day),
  })
  const form = await openSignUp(`${site.url}${routes.signUp(session.slug)}`, 'scanner@example.nl')
  expect((await post(form)).status).toBe(303)
  const release = { sessionId: session.id, onlineLink: 'https://vergaderen.example.nl/1', agenda: 'Welkom', after: 0 }
  await releaseSession(release, { now: new Date(), organiserId: 'organisator' })
  const mails = await vi.waitFor(
    async () => {
      const found = await site.mailsTo('scanner@example.nl')
      expect(found).toHaveLength(2)
      return found
    },
    { timeout: 15_000, interval: 200 },
  )
  const links = new Set(mails.flatMap(({ text }) => text.match(/https?:\/\/[^\s<>"]+/g) ?? []))
  const ours = [...links].filter((link) => link.startsWith(site.url))
  expect(ours.some((link) => link.includes('/deelnemen/'))).toBe(true)
  expect([...links]).toEqual(ours)

  const before = await everyRow()
  for (const link of ours) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(link, { method })
      expect(answer.status, link).toBe(200)
      expect(await answer.text()).not.toContain('vergaderen.example.nl')
    }
  }
  expect(await everyRow()).toBe(before)

  const personal = ours.find((link) => link.includes('/deelnemen/')) ?? ''
  const page = await fetch(personal)
  expect(await page.text()).toContain('<meta name="referrer" content="strict-origin"')
  const pressed = await post(await openForm(personal))
  expect(pressed.status).toBe(303)
  expect(pressed.headers.get('location')).toBe('https://vergaderen.example.nl/1')
  expect(await everyRow()).not.toBe(before)
}, 60_000)
