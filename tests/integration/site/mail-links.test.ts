import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { possibleScheduledMails } from '@/lib/notifications/schedule'
import { messageKindSchema } from '@/lib/notifications/schema'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { releaseSession } from '@/lib/sessions/release'
import { chromiumArgs, ensureChromium } from '@/tests/support/browser/chromium'
import { dumpAllRows as everyRowOf } from '@/tests/support/database/table-dump'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { deliverAllDue } from '@/tests/support/outbox'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

const meeting = 'https://vergaderen.example.nl/1'
const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let links: string[] = []
beforeAll(async () => {
  database = await createTestDatabase()
  site = await startSite({ env: { DATABASE_URL: database.url, APP_SECRET: process.env.APP_SECRET ?? '' } })
  await sendEveryMail()
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
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
  const organiserId = (await database.db.organiser.findFirstOrThrow()).id
  const moments = { startsAt: daysFromNow(10), endsAt: daysFromNow(10.1), questionDeadlineAt: daysFromNow(9) }
  const { id: sessionId } = await createTestSession(database.db, { ...moments, registrationClosesAt: daysFromNow(9.5) })
  const { id: registrationId } = await addParticipant(database.db, sessionId, { email: addresses.participant })
  const enqueue = (kind: string, dueAt: Date, different: object = {}) =>
    database.db.message.create({
      data: { id: randomUUID(), kind, dedupeKey: kind, sessionId, registrationId, dueAt, createdAt: now, ...different },
    })

  // What goes out by itself is only sent in its own hours: those go from here, as if it were that time.
  const deliverAtDueTime = async ({ kind, dueAt }: { kind: string; dueAt: Date }) => {
    await enqueue(kind, dueAt)
    await deliverAsIf(dueAt)
  }
  const scheduledMails = possibleScheduledMails(moments).filter(({ kind }) => kind !== 'question-deadline')
  const beforeRelease = scheduledMails.filter(({ kind }) => kind === 'reminder-week')
  for (const mail of beforeRelease) await deliverAtDueTime(mail)
  const release = { sessionId, onlineLink: meeting, agenda: 'Welkom', after: 0, expected: 1 }
  await releaseSession(release, { now, organiserId })
  await database.db.message.deleteMany({ where: { kind: 'release' } })
  for (const mail of scheduledMails) if (!beforeRelease.includes(mail)) await deliverAtDueTime(mail)

  const letter = { id: randomUUID(), subject: 'Een brief', text: 'Dag {naam}', createdAt: now, createdBy: organiserId }
  await database.db.customMessage.create({ data: { ...letter, sessionId } })
  const cancelled = { registrationId: await addCancelled(sessionId, addresses.cancelled) }
  const full = await createTestSession(database.db, { ...moments, registrationClosesAt: moments.startsAt, capacity: 1 })
  const toOrganiser = { registrationId: null, organiserId }
  const account = { ...toOrganiser, sessionId: null, details: { tokenVersion: 0, tokenExpiresAt: daysFromNow(1) } }
  const renaming = {
    details: { emailChangeRequestId: await requestEmailChange(addresses.renamed, registrationId, now) },
  }
  const different: Record<string, object> = {
    invitation: account,
    'password-reset': account,
    'account-changed': account,
    letter: { customMessageId: letter.id },
    test: { ...toOrganiser, details: { test: { kind: 'release' } } },
    'question-deadline': toOrganiser,
    'address-confirm': renaming,
    'address-changed': renaming,
    'registration-cancelled': cancelled,
    'handed-over': cancelled,
    'offer-expired': cancelled,
    'waiting-list': await addWaitlisted(full.id, addresses.waiting),
    'place-offered': await addWaitlisted(full.id, addresses.offered, moments.questionDeadlineAt),
  }
  const kinds = messageKindSchema.options
  for (const kind of kinds)
    if (!scheduledMails.some((mail) => mail.kind === kind)) await enqueue(kind, now, different[kind])
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
  const noReminders = {
    remindWeekBefore: false,
    remindDayBefore: false,
    remindHourBefore: false,
    remindOrganisers: false,
  }
  const startsSoon = { questionDeadlineAt: now, registrationClosesAt: now, startsAt: daysFromNow(0.02) }
  await database.db.session.update({ where: { id: sessionId }, data: startsSoon })
  await database.db.notificationSettings.update({ where: { sessionId }, data: noReminders })
}

/** Another address that was asked for this sign-up; gives the id of that request. */
async function requestEmailChange(email: string, registrationId: string, now: Date): Promise<string> {
  const id = randomUUID()
  const moments = { requestedAt: now, expiresAt: daysFromNow(2) }
  await database.db.emailChangeRequest.create({
    data: { id, registrationId, email, oldEmail: 'scanner@example.nl', tokenVersion: 1, ...moments },
  })
  return id
}

/** Somebody who is off the list: the one mail that is for them goes to nobody else. */
async function addCancelled(sessionId: string, email: string): Promise<string> {
  const { id } = await addParticipant(database.db, sessionId, { email })
  await database.db.registration.update({ where: { id }, data: { cancelledAt: new Date() } })
  return id
}

/** Somebody without a place, or with one that is kept for them until a moment. */
async function addWaitlisted(sessionId: string, email: string, offerExpiresAt: Date | null = null) {
  const { id } = await addParticipant(database.db, sessionId, { email })
  await database.db.registration.update({ where: { id }, data: { waitlistedAt: new Date(), offerExpiresAt } })
  return { sessionId, registrationId: id }
}

/** Sends what is due by then, to the same folder and with the same links as the site does. */
async function deliverAsIf(at: Date) {
  process.env.SITE_URL = site.url
  const from = 'Aanschuif <aanmelden@example.nl>'
  await deliverAllDue(createMailTransport({ smtpUrl: undefined, mailDir: path.join(site.dataDir, 'mail'), from }), at)
}

const everyRow = () => everyRowOf(database.url)
const joinLink = () => links.find((link) => link.includes('/deelnemen/')) ?? ''

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
  expect(await (await fetch(joinLink())).text()).toContain('<meta name="referrer" content="strict-origin"')
  const pressed = await submitForm(await fetchForm(joinLink()))
  expect(pressed.status).toBe(303)
  expect(pressed.headers.get('location')).toBe(meeting)
  expect(await everyRow()).not.toBe(before)
})
