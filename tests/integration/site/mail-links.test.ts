import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { simpleParser } from 'mailparser'
import { beforeAll, expect, it, vi } from 'vitest'
import { mailKinds } from '@/lib/notifications/kinds/registry'
import { possibleScheduledMails } from '@/lib/notifications/schedule'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import type { MessageKind } from '@/lib/outbox/schema'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { releaseSession } from '@/lib/sessions/release'
import { chromiumArgs, ensureChromium } from '@/tests/support/browser/chromium'
import { dumpAllRows } from '@/tests/support/database/table-dump'
import { daysFromNow } from '@/tests/support/fixtures/dates'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { deliverAllDue } from '@/tests/support/outbox'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

const meeting = 'https://vergaderen.example.nl/1'

const site = await startSiteForFile(sharedSecret)
let links: string[] = []
beforeAll(sendEveryMail, 120_000)

/** Sends every mail kind for a released session, and collects the links in them. */
async function sendEveryMail() {
  const now = new Date()
  const addresses = {
    organiser: 'organisator@example.nl',
    participant: 'scanner@example.nl',
    cancelled: 'afgemeld@example.nl',
    waiting: 'wachtlijst@example.nl',
    offered: 'plek@example.nl',
    unplaced: 'geen-plek@example.nl',
    renamed: 'nieuw-adres@example.nl',
  }
  await createFirstOrganiser(
    { name: 'Voorbeeld', email: addresses.organiser, password: 'een goed wachtwoord' },
    { now },
  )
  const organiserId = (await site.db.organiser.findFirstOrThrow()).id
  const moments = {
    startsAt: daysFromNow(10),
    endsAt: daysFromNow(10.1),
    questionDeadlineAt: daysFromNow(9),
    registrationClosesAt: daysFromNow(9.5),
  }
  const { id: sessionId } = await createTestSession(site.db, moments)
  const { id: registrationId } = await addParticipant(site.db, sessionId, { email: addresses.participant })
  const enqueue = (kind: MessageKind, dueAt: Date, different: object = {}) =>
    site.db.message.create({
      data: { id: randomUUID(), kind, dedupeKey: kind, sessionId, registrationId, dueAt, createdAt: now, ...different },
    })

  // A scheduled mail is sent only at its time, so these are sent from here as if it were that time.
  const deliverAtDueTime = async ({ kind, dueAt }: { kind: MessageKind; dueAt: Date }) => {
    await enqueue(kind, dueAt)
    await deliverAsIf(dueAt)
  }
  const toOthers = ['questionDeadline', 'waitlistEnded']
  const scheduledMails = possibleScheduledMails(moments).filter(({ kind }) => !toOthers.includes(kind))
  const beforeRelease = scheduledMails.filter(({ kind }) => kind === 'reminderWeek')
  for (const mail of beforeRelease) await deliverAtDueTime(mail)
  const release = { sessionId, onlineLink: meeting, agenda: 'Welkom', after: 0, expected: 1 }
  await releaseSession(release, { now, organiserId })
  await site.db.message.deleteMany({ where: { kind: 'release' } })
  for (const mail of scheduledMails) if (!beforeRelease.includes(mail)) await deliverAtDueTime(mail)

  const customMessage = {
    id: randomUUID(),
    subject: 'Een brief',
    text: 'Dag {naam}',
    createdAt: now,
    createdBy: organiserId,
  }
  await site.db.customMessage.create({ data: { ...customMessage, sessionId } })
  const cancelled = { registrationId: await addCancelled(sessionId, addresses.cancelled) }
  const full = await createTestSession(site.db, { ...moments, registrationClosesAt: moments.startsAt, capacity: 1 })
  const closedMoments = { questionDeadlineAt: daysFromNow(-3), registrationClosesAt: daysFromNow(-2) }
  const closed = await createTestSession(site.db, { ...moments, ...closedMoments, capacity: 1 })
  await site.db.notificationSettings.update({ where: { sessionId: closed.id }, data: { notifyWaitlist: false } })
  const toOrganiser = { registrationId: null, organiserId }
  const account = { ...toOrganiser, sessionId: null, details: { tokenVersion: 0, tokenExpiresAt: daysFromNow(1) } }
  const emailChange = {
    details: { emailChangeRequestId: await requestEmailChange(addresses.renamed, registrationId, now) },
  }
  const different: Record<string, object> = {
    invitation: account,
    passwordReset: account,
    accountChanged: account,
    loginsBlocked: account,
    customMessage: { customMessageId: customMessage.id },
    test: { ...toOrganiser, details: { test: { kind: 'release' } } },
    questionDeadline: toOrganiser,
    emailChangeConfirm: emailChange,
    emailChanged: emailChange,
    registrationCancelled: cancelled,
    transferred: cancelled,
    offerExpired: cancelled,
    waitlisted: await addWaitlisted(full.id, addresses.waiting),
    waitlistEnded: await addWaitlisted(closed.id, addresses.unplaced),
    seatOffered: await addWaitlisted(full.id, addresses.offered, moments.questionDeadlineAt),
  }
  const kinds = Object.keys(mailKinds) as MessageKind[]
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
  // The session starts soon, and sends no scheduled mail, which would change rows.
  const noReminders = {
    remindWeekBefore: false,
    remindDayBefore: false,
    remindHourBefore: false,
    remindOrganisers: false,
    notifyWaitlist: false,
  }
  const startsSoon = { questionDeadlineAt: now, registrationClosesAt: now, startsAt: daysFromNow(0.02) }
  await site.db.session.update({ where: { id: sessionId }, data: startsSoon })
  await site.db.notificationSettings.update({ where: { sessionId }, data: noReminders })
}

async function requestEmailChange(email: string, registrationId: string, now: Date): Promise<string> {
  const id = randomUUID()
  const moments = { requestedAt: now, expiresAt: daysFromNow(2) }
  await site.db.emailChangeRequest.create({
    data: { id, registrationId, email, oldEmail: 'scanner@example.nl', tokenVersion: 1, ...moments },
  })
  return id
}

async function addCancelled(sessionId: string, email: string): Promise<string> {
  const { id } = await addParticipant(site.db, sessionId, { email })
  await site.db.registration.update({ where: { id }, data: { cancelledAt: new Date() } })
  return id
}

async function addWaitlisted(sessionId: string, email: string, offerExpiresAt: Date | null = null) {
  const { id } = await addParticipant(site.db, sessionId, { email })
  await site.db.registration.update({ where: { id }, data: { waitlistedAt: new Date(), offerExpiresAt } })
  return { sessionId, registrationId: id }
}

/** Sends what is due by then, to the mail folder of the site. */
async function deliverAsIf(at: Date) {
  process.env.SITE_URL = site.url
  const from = 'Aanschuif <aanmelden@example.nl>'
  await deliverAllDue(createMailTransport({ smtpUrl: undefined, mailDir: path.join(site.dataDir, 'mail'), from }), at)
}

const allRows = () => dumpAllRows(site.databaseUrl)
const joinLink = () => links.find((link) => link.includes('/deelnemen/')) ?? ''

it('every link in a mail leads to this site, never to the meeting', () => {
  expect(links.filter((link) => !link.startsWith(site.url))).toEqual([])
  expect(links.map((link) => new URL(link).pathname.split('/')[1])).toEqual(
    expect.arrayContaining(['deelnemen', 'plek', 'aanmelding', 'sessies', 'beheer']),
  )
})

it('opening a link by GET or HEAD changes no row', async () => {
  const before = await allRows()
  for (const link of links) {
    for (const method of ['GET', 'HEAD']) {
      const answer = await fetch(link, { method })
      expect(answer.status, link).toBe(200)
      expect(await answer.text()).not.toContain('vergaderen.example.nl')
    }
  }
  expect(await allRows()).toBe(before)
})

it('opening a link in a browser that runs scripts changes no row', async () => {
  const before = await allRows()
  const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs })
  const queue = [...links]
  // Each page waits for half a second of silence, so several are opened at once.
  const openQueuedLinks = async () => {
    const page = await browser.newPage()
    for (let link = queue.pop(); link; link = queue.pop()) {
      await page.goto(link, { waitUntil: 'networkidle' })
      await page.mouse.wheel(0, 2_000)
      expect(await page.evaluate(() => document.title), link).not.toBe('')
    }
  }
  await Promise.all(Array.from({ length: 4 }, openQueuedLinks))
  await browser.close()
  expect(await allRows()).toBe(before)
}, 600_000)

it('the button on the page redirects to the meeting and records participation', async () => {
  const before = await allRows()
  expect(await (await fetch(joinLink())).text()).toContain('<meta name="referrer" content="strict-origin"')
  const answer = await submitForm(await fetchForm(joinLink()))
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(meeting)
  expect(await allRows()).not.toBe(before)
})
