import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endAccess, resetTwoStep } from '@/lib/organisers/access'
import { invite, inviteAgain } from '@/lib/organisers/invitations'
import { askNewPassword } from '@/lib/organisers/password'
import { getInvitation, getNewPasswordLink } from '@/lib/organisers/queries'
import { openTransport } from '@/lib/platform/mail'
import { deliverAllDue } from '@/tests/integration/messages/outbox'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database'
import { addOrganiser, ip, makeAdmin } from './people'

const now = new Date('2022-10-01T08:00:00Z')
const email = 'noor@example.nl'
const hostile = `Noor <script>alert(1)</script>\r\nBcc: ander@example.nl`

let database: TestDatabase
let mailDir: string
let admin: string
beforeAll(async () => {
  database = await createTestDatabase()
})
beforeEach(async () => {
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  await database.db.organiser.deleteMany()
  await database.db.rateLimit.deleteMany()
  admin = await makeAdmin(now)
})
afterAll(() => database.drop())

async function sent(at = now) {
  const from = 'Aanschuif <aanmelden@example.nl>'
  await deliverAllDue(openTransport({ smtpUrl: undefined, mailDir, from }), at)
  const names = (await readdir(mailDir).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const mails = await Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(mailDir, name)))))
  await rm(mailDir, { recursive: true, force: true })
  return mails
}
const tokenIn = (text = '', place: string) => text.match(new RegExp(`/beheer/${place}/(\\S+)`))?.[1] ?? ''

test('an invitation arrives with a link that works, and the database holds none', async () => {
  await invite({ name: 'Noor Voorbeeld', email, role: 'staff' }, { now, organiserId: admin })
  const [mail, ...more] = await sent()
  expect(more).toEqual([])
  expect(mail?.subject).toBe('Je bent uitgenodigd als organisator')
  expect(mail?.text).toContain('Voorbeeld Beheerder nodigt je uit')
  expect(mail?.text).toContain('maandag 3 oktober 2022, 10.00 uur')
  const token = tokenIn(mail?.text, 'uitnodiging')
  expect(await getInvitation(token, now)).toMatchObject({ email })
  expect(String(mail?.html)).toContain(token)
  expect(JSON.stringify(await database.db.message.findMany())).not.toContain(token.split('.')[1])
})

test('an invitation that was sent again meanwhile is not sent: its link is dead', async () => {
  const invited = await invite({ name: 'Noor', email, role: 'staff' }, { now, organiserId: admin })
  await inviteAgain(invited.ok ? invited.value.id : '', { now, organiserId: admin })
  expect(await sent()).toHaveLength(1)
  const dropped = await database.db.message.findMany({ where: { droppedAt: { not: null } } })
  expect(dropped).toMatchObject([{ dropReason: 'link-superseded' }])
})

test('an invitation that could not go out for 48 hours is not sent any more', async () => {
  await invite({ name: 'Noor', email, role: 'staff' }, { now, organiserId: admin })
  expect(await sent(new Date(now.getTime() + 48 * 60 * 60_000))).toEqual([])
})

test('a link for a new password arrives and works; after the end of access it is not sent', async () => {
  const id = await addOrganiser(database.db, { invitedBy: admin, email, now })
  await database.db.message.deleteMany()
  await askNewPassword({ email, ip }, { now })
  const [mail] = await sent()
  expect(mail?.subject).toBe('Kies een nieuw wachtwoord')
  expect(await getNewPasswordLink(tokenIn(mail?.text, 'wachtwoord'), now)).toEqual({ email })

  await askNewPassword({ email, ip }, { now })
  await endAccess(id, { now, organiserId: admin })
  mailDir = await mkdtemp(path.join(tmpdir(), 'aanschuif-mail-'))
  expect(await sent()).toEqual([])
})

test('each of these mails names a colleague to ask, who gets the answer to it', async () => {
  const by = { now, organiserId: admin }
  const other = await addOrganiser(database.db, { invitedBy: admin, email: 'ander@example.nl', role: 'admin', now })
  const reader = await addOrganiser(database.db, { invitedBy: other, email, now })
  await database.db.message.deleteMany()
  await invite({ name: 'Sam', email: 'sam@example.nl', role: 'staff' }, { now, organiserId: other })
  await askNewPassword({ email, ip }, { now })
  await database.db.organiser.update({ where: { id: reader }, data: { twoFactorEnabled: true } })
  await resetTwoStep(reader, by)
  const asked = (await sent()).map(({ subject, text, replyTo }) => ({ subject, text, to: replyTo?.value[0]?.address }))
  expect(asked).toHaveLength(3)
  for (const { subject, text, to } of asked) {
    expect(to).toBe(/uitgenodigd/.test(subject ?? '') ? 'ander@example.nl' : 'beheerder@example.nl')
    expect(text).toContain(`: ${to}.`)
  }
})

test('whose access ended is not named, and who is the only beheerder is not told to ask themselves', async () => {
  const other = await addOrganiser(database.db, { invitedBy: admin, email: 'ander@example.nl', role: 'admin', now })
  await database.db.message.deleteMany()
  await invite({ name: 'Noor', email, role: 'staff' }, { now, organiserId: other })
  await endAccess(other, { now, organiserId: admin })
  await askNewPassword({ email: 'beheerder@example.nl', ip }, { now })
  const mails = await sent()
  const to = (address: string) => mails.find((mail) => [mail.to ?? []].flat()[0]?.value[0]?.address === address)
  expect(to(email)?.replyTo?.value).toMatchObject([{ address: 'beheerder@example.nl' }])
  expect(to('beheerder@example.nl')?.text).toContain('Kies een wachtwoord')
  expect(to('beheerder@example.nl')?.replyTo).toBeUndefined()
  expect(to('beheerder@example.nl')?.text).not.toContain('Lukt het niet')
})

test('a hostile name adds no header, no recipient and no markup', async () => {
  await database.db.organiser.update({ where: { id: admin }, data: { name: hostile } })
  await invite({ name: hostile, email, role: 'admin' }, { now, organiserId: admin })
  const [mail] = await sent()
  expect([mail?.to ?? []].flat().flatMap(({ value }) => value.map(({ address }) => address))).toEqual([email])
  expect(mail?.bcc).toBeUndefined()
  expect(String(mail?.html)).not.toContain('<script')
})
