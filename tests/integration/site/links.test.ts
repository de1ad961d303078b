import { randomUUID } from 'node:crypto'
import { chromium } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { messageKindSchema } from '@/lib/messages/schema'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { releaseSession } from '@/lib/sessions/commands'
import { chromiumArgs, ensureChromium } from '@/tests/support/chromium'
import { createTestDatabase } from '@/tests/support/database'
import { openForm, post } from '@/tests/support/form-post'
import { addParticipant, makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

const meeting = 'https://vergaderen.example.nl/1'
const minutesFromNow = (minutes: number) => new Date(Date.now() + minutes * 60_000)

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let links: string[] = []
beforeAll(async () => {
  test = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: test.url } })
  await sendEveryMail()
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await test.drop()
})

/** Every kind of mail there is, for a kennissessie of which the link is released, and all links of ours in them. */
async function sendEveryMail() {
  const now = new Date()
  const addresses = { organiser: 'organisator@example.nl', participant: 'scanner@example.nl' }
  await createFirstOrganiser(
    { name: 'Voorbeeld', email: addresses.organiser, password: 'een goed wachtwoord' },
    { now },
  )
  const organiserId = (await test.db.organiser.findFirstOrThrow()).id
  const soon = minutesFromNow(30)
  const moments = { questionDeadlineAt: soon, registrationClosesAt: soon, startsAt: soon, endsAt: minutesFromNow(600) }
  const { id: sessionId } = await makeSession(test.db, moments)
  // What goes out by itself would change rows by itself.
  await test.db.session.update({ where: { id: sessionId }, data: { remindOrganisers: false, remindHourBefore: false } })
  await releaseSession({ sessionId, onlineLink: meeting, agenda: 'Welkom', after: 0 }, { now, organiserId })
  const { id: registrationId } = await addParticipant(test.db, sessionId, { email: addresses.participant })
  const letterId = randomUUID()
  const letter = { id: letterId, subject: 'Een brief', text: 'Dag {naam}', createdAt: now, createdBy: organiserId }
  await test.db.letter.create({ data: { ...letter, sessionId } })

  const kinds = messageKindSchema.options
  const toOrganiser = (kind: string) => kind === 'test' || kind === 'question-deadline'
  await test.db.message.createMany({
    data: kinds.map((kind) => ({
      id: randomUUID(),
      kind,
      dedupeKey: kind,
      sessionId,
      ...(toOrganiser(kind) ? { organiserId } : { registrationId }),
      ...(kind === 'letter' && { letterId }),
      ...(kind === 'test' && { details: { test: { kind: 'release' } } }),
      dueAt: now,
      createdAt: now,
    })),
  })
  const mails = await vi.waitFor(
    async () => {
      const found = (await Promise.all(Object.values(addresses).map((address) => site.mailsTo(address)))).flat()
      // All but the one that says that the link follows, and the one to who is off the list.
      expect(found).toHaveLength(kinds.length - 2)
      return found
    },
    { timeout: 20_000, interval: 200 },
  )
  const bodies = await Promise.all(mails.map(async ({ raw }) => simpleParser(raw)))
  const found = bodies.flatMap(({ html, text }) => [
    ...[...String(html).matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')),
    ...(text?.match(/https?:\/\/[^\s<>"]+/g) ?? []),
  ])
  links = [...new Set(found)].filter((link) => !link.startsWith('mailto:'))
}

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

const personal = () => links.find((link) => link.includes('/deelnemen/')) ?? ''

it('every mail leads to this site only, and never names the meeting', () => {
  expect(links.filter((link) => !link.startsWith(site.url))).toEqual([])
  expect(links.map((link) => new URL(link).pathname.split('/')[1])).toEqual(
    expect.arrayContaining(['deelnemen', 'sessies', 'beheer']),
  )
})

it('opening every link by GET and HEAD changes not one row', async () => {
  const before = await everyRow()
  for (const link of links) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(link, { method })
      expect(answer.status, link).toBe(200)
      expect(await answer.text()).not.toContain('vergaderen.example.nl')
    }
  }
  expect(await everyRow()).toBe(before)
})

it('nor does a browser that runs scripts and clicks nothing', async () => {
  const before = await everyRow()
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  const page = await browser.newPage()
  for (const link of links) {
    await page.goto(link, { waitUntil: 'networkidle' })
    await page.mouse.wheel(0, 2_000)
    expect(await page.evaluate(() => document.title), link).not.toBe('')
  }
  await browser.close()
  expect(await everyRow()).toBe(before)
}, 600_000)

it('pressing the button does, and leads to the meeting', async () => {
  const before = await everyRow()
  expect(await (await fetch(personal())).text()).toContain('<meta name="referrer" content="strict-origin"')
  const pressed = await post(await openForm(personal()))
  expect(pressed.status).toBe(303)
  expect(pressed.headers.get('location')).toBe(meeting)
  expect(await everyRow()).not.toBe(before)
})
