import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { routes } from '@/lib/platform/routes'
import { answerLinkRecoveryRequests, requestLinkRecovery } from '@/lib/registrations/self-service/link-recovery'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { deliverAllDue } from '@/tests/support/outbox'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
const sampleSize = 200
const maxDifferenceMs = 20
/** Enough for all that is measured here. */
const limitPerIp = 100_000

let database: TestDatabase
let site: Site
beforeAll(async () => {
  database = await createTestDatabase()
  const env = { DATABASE_URL: database.url, APP_SECRET: process.env.APP_SECRET ?? '', SIGNUP_MIN_SECONDS: '0' }
  site = await startSite({ env: { ...env, SIGNUP_LIMIT_PER_IP: String(limitPerIp) } })
  await addKnownParticipants(database, sampleSize)
}, 240_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

/** So many people whose addresses are known. */
async function addKnownParticipants({ db }: TestDatabase, count: number) {
  const coming = {
    questionDeadlineAt: daysFromNow(1),
    registrationClosesAt: daysFromNow(2),
    startsAt: daysFromNow(3),
    endsAt: daysFromNow(4),
  }
  const { id } = await createTestSession(db, coming)
  for (let index = 0; index < count; index += 1) await addParticipant(db, id, { email: knownEmail(index) })
}
const knownEmail = (count: number) => `bekend${count}@example.nl`
const unknownEmail = (count: number) => `vreemd${count}@example.nl`

/** Sends the form as a browser without scripts does, with this address. */
async function requestLink(email: string, form = fetchForm(`${site.url}${routes.linkRecovery()}`)): Promise<Response> {
  const { fields, ...rest } = await form
  const filled = new FormData()
  for (const [name, value] of fields) filled.set(name, name === 'email' ? email : value)
  return await submitForm({ ...rest, fields: filled })
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

/** How much longer the middle answer takes for an address that is known than for one that is not, in milliseconds. */
async function medianDifference(count: number, send: (email: string) => Promise<unknown>): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let index = 0; index < count; index += 1) {
    // In mixed order, so that what comes just before is as often the one as the other.
    const pair = [['known', knownEmail(index)] as const, ['unknown', unknownEmail(index)] as const]
    for (const [kind, email] of Math.random() < 0.5 ? pair : pair.reverse()) {
      const started = performance.now()
      await send(email)
      times[kind].push(performance.now() - started)
    }
  }
  return median(times.known) - median(times.unknown)
}

it(`answers ${sampleSize} known and ${sampleSize} unknown addresses in the same words and the same time`, async () => {
  const form = fetchForm(`${site.url}${routes.linkRecovery()}`)
  const told = async (email: string) => {
    const [main = ''] = (await (await requestLink(email, form)).text()).match(/<main[\s\S]*<\/main>/) ?? []
    return main.replaceAll(email, '')
  }
  const words = await told(knownEmail(0))
  expect(words).toContain('Kijk in je mail</h1>')
  expect(await told(unknownEmail(0))).toBe(words)

  const took = await medianDifference(sampleSize, async (email) =>
    expect((await requestLink(email, form)).status).toBe(200),
  )
  expect(Math.abs(took)).toBeLessThanOrEqual(maxDifferenceMs)
}, 300_000)

it('mails the link to whose address it is, and it opens their sign-up', async () => {
  const mails = await vi.waitFor(
    async () => {
      const found = await site.mailsTo(knownEmail(0))
      expect(found).toHaveLength(1)
      return found
    },
    { timeout: 60_000, interval: 500 },
  )
  const [link = ''] = mails[0]?.text.match(/http\S+\/aanmelding\/\S+/) ?? []
  const page = await (await fetch(link)).text()
  expect(page).toContain('Dit staat in je aanmelding')
  expect(await site.mailsTo(unknownEmail(0))).toEqual([])
  await vi.waitFor(async () => expect(await database.db.linkRecoveryRequest.count()).toBe(0))
}, 120_000)

it('asks to wait who asks too often for one address, known or not', async () => {
  for (const email of [knownEmail(1), unknownEmail(1)]) {
    await database.db.rateLimit.deleteMany()
    let last = ''
    for (let count = 0; count < 31; count += 1) last = await (await requestLink(email)).text()
    expect(last).toContain('Dit e-mailadres is nu heel vaak ingestuurd.')
    expect(last).toContain('<title>Fout: ')
    expect(last).toContain(email)
  }
}, 120_000)

it('asks to wait who asks too much from one place, for whichever address', async () => {
  await database.db.rateLimit.deleteMany()
  expect((await requestLink(unknownEmail(2))).status).toBe(200)
  // As if all that one place may ask in ten minutes had been asked.
  const fromHere = { key: { startsWith: 'link-recovery-ip' } }
  expect(await database.db.rateLimit.updateMany({ where: fromHere, data: { points: limitPerIp } })).toEqual({
    count: 1,
  })
  for (const email of [knownEmail(3), unknownEmail(3)]) {
    const page = await (await requestLink(email)).text()
    expect(page).toContain('Er wordt nu heel vaak om een link gevraagd vanaf jouw plek.')
    expect(page).toContain(email)
    expect(await database.db.linkRecoveryRequest.count({ where: { email } })).toBe(0)
  }
  await database.db.rateLimit.deleteMany()
})

it('catches a program, and lets a person press again', async () => {
  const form = await fetchForm(`${site.url}${routes.linkRecovery()}`)
  form.fields.set('email', 'robot@example.nl')
  form.fields.set('website', 'https://example.nl')
  expect(await (await submitForm(form)).text()).toContain('dat je een mens bent')
  form.fields.set('website', '')
  form.fields.set('form', 'onzin')
  expect(await (await submitForm(form)).text()).toContain('stond te lang open')
  expect(await database.db.linkRecoveryRequest.count({ where: { email: 'robot@example.nl' } })).toBe(0)
  form.fields.set('email', 'geen adres')
  expect(await (await submitForm(form)).text()).toContain('Kijk je e-mailadres na')
})

it('would find the difference of one who looks for the address while somebody waits', async () => {
  const other = await createTestDatabase()
  await addKnownParticipants(other, 40)
  const from = 'Aanschuif <aanmelden@example.nl>'
  const transport = createMailTransport({ smtpUrl: undefined, mailDir: path.join(site.dataDir, 'mail'), from })
  const naive = createServer(async (request, response) => {
    const now = new Date()
    await requestLinkRecovery(decodeURIComponent(request.url?.slice(1) ?? ''), { now })
    await answerLinkRecoveryRequests(now)
    await deliverAllDue(transport, now)
    response.end()
  })
  await new Promise<void>((resolve) => naive.listen(0, resolve))
  const url = `http://localhost:${(naive.address() as AddressInfo).port}`
  process.env.SITE_URL = site.url
  const took = await medianDifference(
    40,
    async (email) => await (await fetch(`${url}/${encodeURIComponent(email)}`)).text(),
  )
  naive.close()
  await other.drop()
  expect(took).toBeGreaterThan(maxDifferenceMs)
}, 120_000)
