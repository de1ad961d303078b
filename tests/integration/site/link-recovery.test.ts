import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { PrismaClient } from '@/lib/db/client'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { routes } from '@/lib/platform/routes'
import { answerLinkRecoveryRequests, requestLinkRecovery } from '@/lib/registrations/self-service/link-recovery'
import { adoptDatabase, createMigratedDatabase } from '@/tests/support/database/test-database'
import { upcomingTimes } from '@/tests/support/fixtures/dates'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { deliverAllDue } from '@/tests/support/outbox'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

const sampleSize = 200
const maxDifferenceMs = 20
/** Never reached by the measurements. */
const limitPerIp = 100_000

const site = await startSiteForFile({
  ...sharedSecret,
  SIGNUP_MIN_SECONDS: '0',
  SIGNUP_LIMIT_PER_IP: String(limitPerIp),
})
beforeAll(() => addKnownParticipants(site.db, sampleSize), 240_000)

async function addKnownParticipants(db: PrismaClient, count: number) {
  const { id } = await createTestSession(db, upcomingTimes())
  for (let index = 0; index < count; index += 1) await addParticipant(db, id, { email: knownEmail(index) })
}
const knownEmail = (index: number) => `bekend${index}@example.nl`
const unknownEmail = (index: number) => `vreemd${index}@example.nl`

/** Sends the form with this address, as a browser without scripts does. */
async function requestLink(email: string, form = fetchForm(`${site.url}${routes.linkRecovery()}`)): Promise<Response> {
  const { fields, ...rest } = await form
  const filled = new FormData()
  for (const [name, value] of fields) filled.set(name, name === 'email' ? email : value)
  return await submitForm({ ...rest, fields: filled })
}

const median = (times: number[]) => times.toSorted((one, other) => one - other)[Math.floor(times.length / 2)] ?? 0

/** Returns how many milliseconds the median answer for a known address takes longer than for an unknown one. */
async function medianDifference(count: number, send: (email: string) => Promise<unknown>): Promise<number> {
  const times = { known: [] as number[], unknown: [] as number[] }
  for (let index = 0; index < count; index += 1) {
    // In random order, so that neither kind always comes first.
    const pair = [['known', knownEmail(index)] as const, ['unknown', unknownEmail(index)] as const]
    for (const [kind, email] of Math.random() < 0.5 ? pair : pair.reverse()) {
      const started = performance.now()
      await send(email)
      times[kind].push(performance.now() - started)
    }
  }
  return median(times.known) - median(times.unknown)
}

it(`answers ${sampleSize} known and ${sampleSize} unknown addresses with the same text in the same time`, async () => {
  const form = fetchForm(`${site.url}${routes.linkRecovery()}`)
  const mainTextFor = async (email: string) => {
    const [main = ''] = (await (await requestLink(email, form)).text()).match(/<main[\s\S]*<\/main>/) ?? []
    return main.replaceAll(email, '')
  }
  const mainText = await mainTextFor(knownEmail(0))
  expect(mainText).toContain('Kijk in je mail</h1>')
  expect(await mainTextFor(unknownEmail(0))).toBe(mainText)

  const difference = await medianDifference(sampleSize, async (email) =>
    expect((await requestLink(email, form)).status).toBe(200),
  )
  expect(Math.abs(difference)).toBeLessThanOrEqual(maxDifferenceMs)
}, 300_000)

it('mails a working link to a known address, and nothing to an unknown one', async () => {
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
  await vi.waitFor(async () => expect(await site.db.linkRecoveryRequest.count()).toBe(0))
}, 120_000)

it('limits requests for one address, known or unknown', async () => {
  for (const email of [knownEmail(1), unknownEmail(1)]) {
    await site.db.rateLimit.deleteMany()
    let last = ''
    for (let count = 0; count < 31; count += 1) last = await (await requestLink(email)).text()
    expect(last).toContain('Dit e-mailadres is nu heel vaak ingestuurd.')
    expect(last).toContain('<title>Fout: ')
    expect(last).toContain(email)
  }
}, 120_000)

it('limits requests from one IP address, for known and unknown addresses', async () => {
  await site.db.rateLimit.deleteMany()
  expect((await requestLink(unknownEmail(2))).status).toBe(200)
  // Uses up the limit of this IP address.
  const ipCount = { key: { startsWith: 'link-recovery-ip' } }
  expect(await site.db.rateLimit.updateMany({ where: ipCount, data: { points: limitPerIp } })).toEqual({
    count: 1,
  })
  for (const email of [knownEmail(3), unknownEmail(3)]) {
    const page = await (await requestLink(email)).text()
    expect(page).toContain('Er wordt nu heel vaak om een link gevraagd vanaf jouw plek.')
    expect(page).toContain(email)
    expect(await site.db.linkRecoveryRequest.count({ where: { email } })).toBe(0)
  }
  await site.db.rateLimit.deleteMany()
})

it('refuses automated requests and an expired form', async () => {
  const form = await fetchForm(`${site.url}${routes.linkRecovery()}`)
  form.fields.set('email', 'robot@example.nl')
  form.fields.set('website', 'https://example.nl')
  expect(await (await submitForm(form)).text()).toContain('dat je een mens bent')
  form.fields.set('website', '')
  form.fields.set('form', 'onzin')
  expect(await (await submitForm(form)).text()).toContain('stond te lang open')
  expect(await site.db.linkRecoveryRequest.count({ where: { email: 'robot@example.nl' } })).toBe(0)
  form.fields.set('email', 'geen adres')
  expect(await (await submitForm(form)).text()).toContain('Kijk je e-mailadres na')
})

it('measures a difference when the lookup happens during the request', async () => {
  const otherDatabase = adoptDatabase(await createMigratedDatabase())
  onTestFinished(otherDatabase.drop)
  await addKnownParticipants(otherDatabase.db, 40)
  const from = 'Aanschuif <aanmelden@example.nl>'
  const transport = createMailTransport({ smtpUrl: undefined, mailDir: path.join(site.dataDir, 'mail'), from })
  const naiveServer = createServer(async (request, response) => {
    const now = new Date()
    await requestLinkRecovery(decodeURIComponent(request.url?.slice(1) ?? ''), { now })
    await answerLinkRecoveryRequests(now)
    await deliverAllDue(transport, now)
    response.end()
  })
  await new Promise<void>((resolve) => naiveServer.listen(0, resolve))
  const url = `http://localhost:${(naiveServer.address() as AddressInfo).port}`
  process.env.SITE_URL = site.url
  const difference = await medianDifference(
    40,
    async (email) => await (await fetch(`${url}/${encodeURIComponent(email)}`)).text(),
  )
  naiveServer.close()
  expect(difference).toBeGreaterThan(maxDifferenceMs)
}, 120_000)
