import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { beforeEach, expect, test } from 'vitest'
import { endAccess } from '@/lib/organisers/access'
import { findLinkOwner } from '@/lib/organisers/account-links'
import { invite, resendInvitation } from '@/lib/organisers/invitations'
import { requestPasswordReset } from '@/lib/organisers/password'
import { resetTwoFactor } from '@/lib/organisers/two-factor/reset'
import { createMailTransport } from '@/lib/platform/mail/transport'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { deliverAllDue } from '@/tests/support/outbox'
import { addOrganiser, createAdmin, ip } from './organiser-fixtures'

const now = new Date('2022-10-01T08:00:00Z')
const email = 'noor@example.nl'
const hostile = `Noor <script>alert(1)</script>\r\nBcc: ander@example.nl`

const { db } = await createTestDatabase()

let mailDir: string
let admin: string
beforeEach(async () => {
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  await db.organiser.deleteMany()
  await db.rateLimit.deleteMany()
  admin = await createAdmin(now)
})

async function deliverAndReadMails(at = now) {
  const from = 'Aanschuif <aanmelden@example.nl>'
  await deliverAllDue(createMailTransport({ smtpUrl: undefined, mailDir, from }), at)
  const names = (await readdir(mailDir).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const mails = await Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(mailDir, name)))))
  await rm(mailDir, { recursive: true, force: true })
  return mails
}
const extractToken = (text = '', segment: string) => text.match(new RegExp(`/beheer/${segment}/(\\S+)`))?.[1] ?? ''

test('delivers an invitation with a working link that is not in the database', async () => {
  await invite({ name: 'Noor Voorbeeld', email, role: 'staff' }, { now, organiserId: admin })
  const [mail, ...more] = await deliverAndReadMails()
  expect(more).toEqual([])
  expect(mail?.subject).toBe('Je bent uitgenodigd als organisator')
  expect(mail?.text).toContain('Voorbeeld Beheerder nodigt je uit')
  expect(mail?.text).toContain('maandag 3 oktober 2022, 10.00 uur')
  const token = extractToken(mail?.text, 'uitnodiging')
  expect(await findLinkOwner('invitation', token, now)).toMatchObject({ email })
  expect(String(mail?.html)).toContain(token)
  expect(JSON.stringify(await db.message.findMany())).not.toContain(token.split('.')[1])
})

test('cancels an invitation mail whose link was superseded', async () => {
  const invited = await invite({ name: 'Noor', email, role: 'staff' }, { now, organiserId: admin })
  await resendInvitation(invited.ok ? invited.value.id : '', { now, organiserId: admin })
  expect(await deliverAndReadMails()).toHaveLength(1)
  const cancelled = await db.message.findMany({ where: { cancelledAt: { not: null } } })
  expect(cancelled).toMatchObject([{ cancelReason: 'linkSuperseded' }])
})

test('does not send an invitation after 48 hours', async () => {
  await invite({ name: 'Noor', email, role: 'staff' }, { now, organiserId: admin })
  expect(await deliverAndReadMails(new Date(now.getTime() + 48 * 60 * 60_000))).toEqual([])
})

test('delivers a working password reset link, but not after access ended', async () => {
  const id = await addOrganiser(db, { invitedBy: admin, email, now })
  await db.message.deleteMany()
  await requestPasswordReset({ email, ip }, { now })
  const [mail] = await deliverAndReadMails()
  expect(mail?.subject).toBe('Kies een nieuw wachtwoord')
  expect(await findLinkOwner('passwordReset', extractToken(mail?.text, 'wachtwoord'), now)).toMatchObject({ email })

  await requestPasswordReset({ email, ip }, { now })
  await endAccess(id, { now, organiserId: admin })
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  expect(await deliverAndReadMails()).toEqual([])
})

test('names a colleague to ask in each account mail, who is also the reply-to address', async () => {
  const other = await addOrganiser(db, { invitedBy: admin, email: 'ander@example.nl', role: 'admin', now })
  const reader = await addOrganiser(db, { invitedBy: other, email, now })
  await db.message.deleteMany()
  await invite({ name: 'Sam', email: 'sam@example.nl', role: 'staff' }, { now, organiserId: other })
  await requestPasswordReset({ email, ip }, { now })
  await db.organiser.update({ where: { id: reader }, data: { twoFactorEnabled: true } })
  await resetTwoFactor(reader, { now, organiserId: admin })
  const mails = (await deliverAndReadMails()).map(({ subject, text, replyTo }) => ({
    subject,
    text,
    to: replyTo?.value[0]?.address,
  }))
  expect(mails).toHaveLength(3)
  for (const { subject, text, to } of mails) {
    expect(to).toBe(/uitgenodigd/.test(subject ?? '') ? 'ander@example.nl' : 'beheerder@example.nl')
    expect(text).toContain(`: ${to}.`)
  }
})

test('names no organiser whose access ended, and does not refer the only admin to themselves', async () => {
  const other = await addOrganiser(db, { invitedBy: admin, email: 'ander@example.nl', role: 'admin', now })
  await db.message.deleteMany()
  await invite({ name: 'Noor', email, role: 'staff' }, { now, organiserId: other })
  await endAccess(other, { now, organiserId: admin })
  await requestPasswordReset({ email: 'beheerder@example.nl', ip }, { now })
  const mails = await deliverAndReadMails()
  const to = (address: string) => mails.find((mail) => [mail.to ?? []].flat()[0]?.value[0]?.address === address)
  expect(to(email)?.replyTo?.value).toMatchObject([{ address: 'beheerder@example.nl' }])
  expect(to('beheerder@example.nl')?.text).toContain('Kies een wachtwoord')
  expect(to('beheerder@example.nl')?.replyTo).toBeUndefined()
  expect(to('beheerder@example.nl')?.text).not.toContain('Lukt het niet')
})

test('adds no header, recipient or markup for a hostile name', async () => {
  await db.organiser.update({ where: { id: admin }, data: { name: hostile } })
  await invite({ name: hostile, email, role: 'admin' }, { now, organiserId: admin })
  const [mail] = await deliverAndReadMails()
  expect([mail?.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))).toEqual([email])
  expect(mail?.bcc).toBeUndefined()
  expect(String(mail?.html)).not.toContain('<script')
})
