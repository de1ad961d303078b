import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import ICAL from 'ical.js'
import { simpleParser } from 'mailparser'
import { afterEach, expect, test } from 'vitest'
import { enqueueMessage } from '@/lib/outbox/enqueue'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { unsafeCharacters } from '@/tests/support/hostile-input/unsafe-text'
import { addSeconds, deliverAllDue, enqueueConfirmations, october, onlyMessage } from '@/tests/support/outbox'
import { deliverAndReceive } from '@/tests/support/servers/smtp-for-file'

const { db } = await createTestDatabase()
afterEach(() => db.message.deleteMany())

async function deliverAndParse() {
  const received = await deliverAndReceive(october)
  return { received, mails: await Promise.all(received.map(({ raw }) => simpleParser(raw))) }
}

test('the confirmation has the right headers, no answers in HTML and text, and the calendar file', async () => {
  const { session, registrationIds } = await enqueueConfirmations(db, 1)
  const { received, mails } = await deliverAndParse()
  const [mail] = mails
  if (!mail) throw new Error('no mail')
  expect(mail.from?.value).toEqual([{ name: 'Aanschuif', address: 'aanmelden@example.nl' }])
  expect(mail.to).toMatchObject({ value: [{ name: 'Voorbeeld 0', address: 'voorbeeld-0@example.nl' }] })
  expect(mail.replyTo?.value).toEqual([{ name: 'Voorbeeld', address: 'contact@example.nl' }])
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
  expect(mail.messageId).toBe(`<${(await onlyMessage()).id}@example.nl>`)
  expect(mail.date).toEqual(october)
  expect(mail.subject).toBe('Je bent aangemeld voor de kennissessie ‘Voorbeeldsessie’')
  for (const body of [mail.text ?? '', mail.html || '']) {
    expect(body).not.toContain('Waar sta je?')
    expect(body).toContain(`/sessies/${session.slug}`)
  }

  const [file] = mail.attachments
  expect(file).toMatchObject({
    filename: 'kennissessie.ics',
    contentType: 'text/calendar',
    contentDisposition: 'attachment',
  })
  expect(received[0]?.raw).toMatch(/Content-Type: text\/calendar; charset=utf-8; method=PUBLISH/i)
  const event = new ICAL.Component(ICAL.parse(file?.content.toString() ?? '')).getFirstSubcomponent('vevent')
  expect(event?.getFirstPropertyValue('uid')).toBe(registrationIds[0])
  expect(event?.getFirstPropertyValue('sequence')).toBe(0)
})

test('hostile input in a mail is plain text and adds no header', async () => {
  await enqueueConfirmations(db, 1)
  const name = '"Eve" <b>&\r\nBcc: derde@example.nl\r\n\u202E🎉'
  await db.registration.updateMany({ data: { name, role: name } })
  await db.session.updateMany({ data: { title: 'Titel\r\nBcc: derde@example.nl', contactName: name } })
  const { received, mails } = await deliverAndParse()
  expect(received.map(({ to }) => to)).toEqual(['voorbeeld-0@example.nl'])
  expect(mails[0]?.headers.has('bcc')).toBe(false)
  expect(mails[0]?.subject).toContain('‘Titel Bcc: derde@example.nl’')
  expect(mails[0]?.text).toContain('"Eve" <b>&')
  expect(mails[0]?.html).toContain('&lt;b&gt;&amp;')
})

test('a mail about rows with unsafe characters holds none of them', async () => {
  await enqueueConfirmations(db, 1)
  const name = `Een\uffff\u0001\u202e\u2066 twee`
  await db.registration.updateMany({ data: { name, role: name } })
  await db.session.updateMany({ data: { title: name, contactName: name } })
  const [mail] = (await deliverAndParse()).mails
  expect(mail?.to).toMatchObject({ value: [{ name: 'Een twee' }] })
  expect(mail?.replyTo?.value).toMatchObject([{ name: 'Een twee' }])
  expect(mail?.subject).toContain('‘Een twee’')
  const parts = [mail?.subject, mail?.text, mail?.html || '', mail?.attachments[0]?.content.toString()]
  for (const part of parts) {
    expect(part).toContain('Een twee')
    for (const unsafe of unsafeCharacters.filter((unsafe) => unsafe !== '\r')) expect(part).not.toContain(unsafe)
  }
})

test('a repeated registration is mailed that nothing changed, without the new input', async () => {
  const { session, registrationIds } = await enqueueConfirmations(db, 1)
  await db.message.deleteMany()
  const registrationId = registrationIds[0] ?? ''
  const kind = 'alreadyRegistered'
  const message = {
    kind,
    dedupeKey: 'again',
    sessionId: session.id,
    registrationId,
    dueAt: october,
    now: october,
  } as const
  await db.$transaction((tx) => enqueueMessage(tx, message))
  const { mails } = await deliverAndParse()
  expect(mails[0]?.subject).toContain('al aangemeld')
  expect(mails[0]?.text).toContain('zaterdag 1 oktober 2022')
  expect(mails[0]?.attachments).toEqual([])
  expect(mails[0]?.text).not.toContain('Antwoord')
})

test('without an SMTP server each mail is one file, readable by its owner only and sorted by time', async () => {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  const mailDir = path.join(dataDir, 'mail')
  const transport = createMailTransport({ mailDir, from: 'aanmelden@example.nl' })
  await enqueueConfirmations(db, 2)
  await deliverAllDue(transport, october)
  await db.message.updateMany({ data: { sentAt: null, dueAt: october } })
  await deliverAllDue(transport, addSeconds(october, 60))

  const files = (await readdir(mailDir)).sort()
  expect(files).toHaveLength(2)
  for (const file of files) {
    expect(file).toMatch(/^2022-10-01T08-00-00-000Z-.*\.eml$/)
    expect((await stat(path.join(mailDir, file))).mode & 0o777).toBe(0o600)
    const bytes = await readFile(path.join(mailDir, file), 'utf8')
    expect(bytes.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect((await simpleParser(bytes)).text).toContain('Dag Voorbeeld')
  }
  expect((await stat(mailDir)).mode & 0o777).toBe(0o700)
  await rm(dataDir, { recursive: true })
})

test('a mail folder without write permission pauses the outbox and fails no message', async () => {
  const inTheWay = path.join(await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-')), 'file')
  await writeFile(inTheWay, '')
  const transport = createMailTransport({ mailDir: path.join(inTheWay, 'mail'), from: 'aanmelden@example.nl' })
  await enqueueConfirmations(db, 1)
  await deliverAllDue(transport, october)
  expect(await onlyMessage()).toMatchObject({ failedAt: null, sentAt: null, attempts: 0 })
  expect(await db.mailPause.findFirst()).toMatchObject({ reason: 'mail-folder' })
  await db.mailPause.deleteMany()
  await rm(path.dirname(inTheWay), { recursive: true })
})
