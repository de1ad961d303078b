import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { answerLostLinks } from '@/lib/own-sign-up/commands'
import { askLostLink } from '@/lib/own-sign-up/lost-link'
import { openTransport } from '@/lib/platform/mail'
import { routes } from '@/lib/platform/routes'
import { deliverAllDue } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { openForm, post } from '@/tests/support/form-post'
import { addParticipant, makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
const each = 200
const mostDifferenceMs = 20
/** Enough for all that is measured here. */
const mostFromHere = 100_000

let database: TestDatabase
let site: Site
beforeAll(async () => {
  database = await createTestDatabase()
  const env = { DATABASE_URL: database.url, APP_SECRET: process.env.APP_SECRET ?? '', SIGNUP_MIN_SECONDS: '0' }
  site = await startSite({ env: { ...env, SIGNUP_LIMIT_PER_IP: String(mostFromHere) } })
  await signUp(database, each)
}, 240_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await database.drop()
})

/** So many people whose addresses are known. */
async function signUp({ db }: TestDatabase, count: number) {
  const coming = { questionDeadlineAt: day(1), registrationClosesAt: day(2), startsAt: day(3), endsAt: day(4) }
  const { id } = await makeSession(db, coming)
  for (let index = 0; index < count; index += 1) await addParticipant(db, id, { email: known(index) })
}
const known = (count: number) => `bekend${count}@example.nl`
const unknown = (count: number) => `vreemd${count}@example.nl`

/** Sends the form as a browser without scripts does, with this address. */
async function ask(email: string, form = openForm(`${site.url}${routes.lostLink()}`)): Promise<Response> {
  const { fields, ...rest } = await form
  const filled = new FormData()
  for (const [name, value] of fields) filled.set(name, name === 'email' ? email : value)
  return await post({ ...rest, fields: filled })
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

/** How much longer the middle answer takes for an address that is known than for one that is not, in milliseconds. */
async function difference(count: number, send: (email: string) => Promise<unknown>): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let index = 0; index < count; index += 1) {
    // In mixed order, so that what comes just before is as often the one as the other.
    const pair = [['known', known(index)] as const, ['unknown', unknown(index)] as const]
    for (const [kind, email] of Math.random() < 0.5 ? pair : pair.reverse()) {
      const started = performance.now()
      await send(email)
      times[kind].push(performance.now() - started)
    }
  }
  return median(times.known) - median(times.unknown)
}

it(`answers ${each} known and ${each} unknown addresses in the same words and the same time`, async () => {
  const form = openForm(`${site.url}${routes.lostLink()}`)
  const told = async (email: string) => {
    const [main = ''] = (await (await ask(email, form)).text()).match(/<main[\s\S]*<\/main>/) ?? []
    return main.replaceAll(email, '')
  }
  const words = await told(known(0))
  expect(words).toContain('Kijk in je mail</h1>')
  expect(await told(unknown(0))).toBe(words)

  const took = await difference(each, async (email) => expect((await ask(email, form)).status).toBe(200))
  expect(Math.abs(took)).toBeLessThanOrEqual(mostDifferenceMs)
}, 300_000)

it('mails the link to whose address it is, and it opens their sign-up', async () => {
  const mails = await vi.waitFor(
    async () => {
      const found = await site.mailsTo(known(0))
      expect(found).toHaveLength(1)
      return found
    },
    { timeout: 60_000, interval: 500 },
  )
  const [link = ''] = mails[0]?.text.match(/http\S+\/aanmelding\/\S+/) ?? []
  const page = await (await fetch(link)).text()
  expect(page).toContain('Dit staat in je aanmelding')
  expect(await site.mailsTo(unknown(0))).toEqual([])
  await vi.waitFor(async () => expect(await database.db.linkRequest.count()).toBe(0))
}, 120_000)

it('asks to wait who asks too often for one address, known or not', async () => {
  for (const email of [known(1), unknown(1)]) {
    await database.db.rateLimit.deleteMany()
    let last = ''
    for (let count = 0; count < 31; count += 1) last = await (await ask(email)).text()
    expect(last).toContain('Dit e-mailadres is nu heel vaak ingestuurd.')
    expect(last).toContain('<title>Fout: ')
    expect(last).toContain(email)
  }
}, 120_000)

it('asks to wait who asks too much from one place, for whichever address', async () => {
  await database.db.rateLimit.deleteMany()
  expect((await ask(unknown(2))).status).toBe(200)
  // As if all that one place may ask in ten minutes had been asked.
  const fromHere = { key: { startsWith: 'lost-link-ip' } }
  expect(await database.db.rateLimit.updateMany({ where: fromHere, data: { points: mostFromHere } })).toEqual({
    count: 1,
  })
  for (const email of [known(3), unknown(3)]) {
    const page = await (await ask(email)).text()
    expect(page).toContain('Er wordt nu heel vaak om een link gevraagd vanaf jouw plek.')
    expect(page).toContain(email)
    expect(await database.db.linkRequest.count({ where: { email } })).toBe(0)
  }
  await database.db.rateLimit.deleteMany()
})

it('catches a program, and lets a person press again', async () => {
  const form = await openForm(`${site.url}${routes.lostLink()}`)
  form.fields.set('email', 'robot@example.nl')
  form.fields.set('website', 'https://example.nl')
  expect(await (await post(form)).text()).toContain('dat je een mens bent')
  form.fields.set('website', '')
  form.fields.set('form', 'onzin')
  expect(await (await post(form)).text()).toContain('stond te lang open')
  expect(await database.db.linkRequest.count({ where: { email: 'robot@example.nl' } })).toBe(0)
  form.fields.set('email', 'geen adres')
  expect(await (await post(form)).text()).toContain('Kijk je e-mailadres na')
})

it('would find the difference of one who looks for the address while somebody waits', async () => {
  const other = await createTestDatabase()
  await signUp(other, 40)
  const from = 'Aanschuif <aanmelden@example.nl>'
  const transport = openTransport({ smtpUrl: undefined, mailDir: path.join(site.dataDir, 'mail'), from })
  const naive = createServer(async (request, response) => {
    const now = new Date()
    await askLostLink(decodeURIComponent(request.url?.slice(1) ?? ''), { now })
    await answerLostLinks(now)
    await deliverAllDue(transport, now)
    response.end()
  })
  await new Promise<void>((resolve) => naive.listen(0, resolve))
  const url = `http://localhost:${(naive.address() as AddressInfo).port}`
  process.env.SITE_URL = site.url
  const took = await difference(40, async (email) => await (await fetch(`${url}/${encodeURIComponent(email)}`)).text())
  naive.close()
  await other.drop()
  expect(took).toBeGreaterThan(mostDifferenceMs)
}, 120_000)
