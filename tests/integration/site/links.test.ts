import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { possibleMails } from '@/lib/messages/planned'
import { messageKindSchema } from '@/lib/messages/schema'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { openTransport } from '@/lib/platform/mail'
import { releaseSession } from '@/lib/sessions/commands'
import { deliverAllDue } from '@/tests/integration/messages/outbox'
import { chromiumArgs, ensureChromium } from '@/tests/support/chromium'
import { createTestDatabase } from '@/tests/support/database'
import { everyRow as everyRowOf } from '@/tests/support/every-row'
import { openForm, post } from '@/tests/support/form-post'
import { addParticipant, makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

const meeting = 'https://vergaderen.example.nl/1'
const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let links: string[] = []
beforeAll(async () => {
  test = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: test.url, APP_SECRET: process.env.APP_SECRET ?? '' } })
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
  const addresses = {
    organiser: 'organisator@example.nl',
    participant: 'scanner@example.nl',
    cancelled: 'afgemeld@example.nl',
    waiting: 'wachtlijst@example.nl',
    offered: 'plek@example.nl',
    renamed: 'nieuw-adres@example.nl',
  }
  await createFirstOrganiser(
    { name: 'Voorbeeld', email: addresses.organiser, password: 'een goed wachtwoord' },
    { now },
  )
  const organiserId = (await test.db.organiser.findFirstOrThrow()).id
  const moments = { startsAt: daysFromNow(10), endsAt: daysFromNow(10.1), questionDeadlineAt: daysFromNow(9) }
  const { id: sessionId } = await makeSession(test.db, { ...moments, registrationClosesAt: daysFromNow(9.5) })
  const { id: registrationId } = await addParticipant(test.db, sessionId, { email: addresses.participant })
  const queue = (kind: string, dueAt: Date, different: object = {}) =>
    test.db.message.create({
      data: { id: randomUUID(), kind, dedupeKey: kind, sessionId, registrationId, dueAt, createdAt: now, ...different },
    })

  // What goes out by itself is only sent in its own hours: those go from here, as if it were that time.
  const atItsTime = async ({ kind, dueAt }: { kind: string; dueAt: Date }) => {
    await queue(kind, dueAt)
    await deliverAsIf(dueAt)
  }
  const itself = possibleMails(moments).filter(({ kind }) => kind !== 'question-deadline')
  const saysThatTheLinkFollows = itself.filter(({ kind }) => kind === 'reminder-week')
  for (const mail of saysThatTheLinkFollows) await atItsTime(mail)
  const release = { sessionId, onlineLink: meeting, agenda: 'Welkom', after: 0, expected: 1 }
  await releaseSession(release, { now, organiserId })
  await test.db.message.deleteMany({ where: { kind: 'release' } })
  for (const mail of itself) if (!saysThatTheLinkFollows.includes(mail)) await atItsTime(mail)

  const letter = { id: randomUUID(), subject: 'Een brief', text: 'Dag {naam}', createdAt: now, createdBy: organiserId }
  await test.db.letter.create({ data: { ...letter, sessionId } })
  const cancelled = { registrationId: await addCancelled(sessionId, addresses.cancelled) }
  const full = await makeSession(test.db, { ...moments, registrationClosesAt: moments.startsAt, capacity: 1 })
  const toOrganiser = { registrationId: null, organiserId }
  const account = { ...toOrganiser, sessionId: null, details: { linkVersion: 0, linkExpiresAt: daysFromNow(1) } }
  const renaming = { details: { addressRequestId: await askFor(addresses.renamed, registrationId, now) } }
  const different: Record<string, object> = {
    invitation: account,
    'password-reset': account,
    'account-changed': account,
    letter: { letterId: letter.id },
    test: { ...toOrganiser, details: { test: { kind: 'release' } } },
    'question-deadline': toOrganiser,
    'address-confirm': renaming,
    'address-changed': renaming,
    'registration-cancelled': cancelled,
    'handed-over': cancelled,
    'offer-expired': cancelled,
    'waiting-list': await addWaiting(full.id, addresses.waiting),
    'place-offered': await addWaiting(full.id, addresses.offered, moments.questionDeadlineAt),
  }
  const kinds = messageKindSchema.options
  for (const kind of kinds) if (!itself.some((mail) => mail.kind === kind)) await queue(kind, now, different[kind])
  const mails = await vi.waitFor(
    async () => {
      const found = (await Promise.all(Object.values(addresses).map((address) => site.mailsTo(address)))).flat()
      expect(found).toHaveLength(kinds.length)
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
  // It is about to begin, and sends nothing more by itself: that would change rows by itself.
  const off = { remindWeekBefore: false, remindDayBefore: false, remindHourBefore: false, remindOrganisers: false }
  const soon = { questionDeadlineAt: now, registrationClosesAt: now, startsAt: daysFromNow(0.02) }
  await test.db.session.update({ where: { id: sessionId }, data: { ...soon, ...off } })
}

/** Another address that was asked for this sign-up; gives the id of that request. */
async function askFor(email: string, registrationId: string, now: Date): Promise<string> {
  const id = randomUUID()
  const moments = { requestedAt: now, expiresAt: daysFromNow(2) }
  await test.db.addressRequest.create({
    data: { id, registrationId, email, oldEmail: 'scanner@example.nl', linkVersion: 1, ...moments },
  })
  return id
}

/** Somebody who is off the list: the one mail that is for them goes to nobody else. */
async function addCancelled(sessionId: string, email: string): Promise<string> {
  const { id } = await addParticipant(test.db, sessionId, { email })
  await test.db.registration.update({ where: { id }, data: { cancelledAt: new Date() } })
  return id
}

/** Somebody without a place, or with one that is kept for them until a moment. */
async function addWaiting(sessionId: string, email: string, offerExpiresAt: Date | null = null) {
  const { id } = await addParticipant(test.db, sessionId, { email })
  await test.db.registration.update({ where: { id }, data: { waitingSince: new Date(), offerExpiresAt } })
  return { sessionId, registrationId: id }
}

/** Sends what is due by then, to the same folder and with the same links as the site does. */
async function deliverAsIf(at: Date) {
  process.env.SITE_URL = site.url
  const from = 'Aanschuif <aanmelden@example.nl>'
  await deliverAllDue(openTransport({ smtpUrl: undefined, mailDir: path.join(site.dataDir, 'mail'), from }), at)
}

const everyRow = () => everyRowOf(test.url)
const personal = () => links.find((link) => link.includes('/deelnemen/')) ?? ''

it('every mail leads to this site only, and never names the meeting', () => {
  expect(links.filter((link) => !link.startsWith(site.url))).toEqual([])
  expect(links.map((link) => new URL(link).pathname.split('/')[1])).toEqual(
    expect.arrayContaining(['deelnemen', 'plek', 'aanmelding', 'sessies', 'beheer']),
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
  const left = [...links]
  // Half a second of silence each: several are listened to at once.
  const openWhatIsLeft = async () => {
    const page = await browser.newPage()
    for (let link = left.pop(); link; link = left.pop()) {
      await page.goto(link, { waitUntil: 'networkidle' })
      await page.mouse.wheel(0, 2_000)
      expect(await page.evaluate(() => document.title), link).not.toBe('')
    }
  }
  await Promise.all(Array.from({ length: 4 }, openWhatIsLeft))
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
