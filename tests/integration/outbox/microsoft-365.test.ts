import { afterEach, beforeEach, expect, test } from 'vitest'
import { getMailPause } from '@/lib/outbox/delivery-health'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addSeconds, deliverAllDue, enqueueConfirmations, findMail, october, transportTo } from '@/tests/support/outbox'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'
import { startTokenServer, type TokenServer } from '@/tests/support/servers/token-server'

const { db } = await createTestDatabase()
const tokens = new Set<string>()
let entra: TokenServer
let smtp: SmtpServer
let transport: ReturnType<typeof transportTo>

const oauthTransport = (parameters = '', user = '') => {
  const oauth = { tenant: 'example.nl', clientId: 'app', clientSecret: 'geheim&=', authority: entra.url }
  return transportTo(`smtp://${user}127.0.0.1:${smtp.port}${parameters}`, { oauth })
}

beforeEach(async () => {
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8, 9]) tokens.add(`token-${number}`)
  entra = await startTokenServer()
  smtp = await startSmtpServer({ tokens })
  transport = oauthTransport()
  await enqueueConfirmations(db, 5)
})
afterEach(async () => {
  transport.close()
  await Promise.all([smtp.close(), entra.close()])
  await db.message.deleteMany()
  await db.mailPause.deleteMany()
})

const sentCount = () => db.message.count({ where: { sentAt: { not: null } } })

test('logs in with one access token for all mails, as the address of the sender', async () => {
  await deliverAllDue(transport, october)
  expect(await sentCount()).toBe(5)
  expect(smtp.logins).toEqual(new Set(['aanmelden@example.nl']))
  expect(entra.requests).toEqual([
    {
      path: '/example.nl/oauth2/v2.0/token',
      form: {
        grant_type: 'client_credentials',
        client_id: 'app',
        client_secret: 'geheim&=',
        scope: 'https://outlook.office365.com/.default',
      },
    },
  ])
})

test('logs in to the mailbox that SMTP_URL names', async () => {
  transport.close()
  transport = oauthTransport('', 'postvak%40example.nl@')
  await deliverAllDue(transport, october)
  expect(await sentCount()).toBe(5)
  expect(smtp.logins).toEqual(new Set(['postvak@example.nl']))
})

test('asks for another token when the mail server refuses one', async () => {
  tokens.clear()
  tokens.add('token-2')
  await db.message.deleteMany()
  await enqueueConfirmations(db, 1)
  await deliverAllDue(transport, october)
  expect(await sentCount()).toBe(1)
  expect(entra.requests).toHaveLength(2)
})

test.each([
  ['oauth-refused', 401, 'AADSTS7000222: The provided client secret keys are expired.'],
  ['oauth-refused', 400, 'AADSTS700016: Application was not found in the directory.'],
  ['oauth-unreachable', 503, 'AADSTS90033: A transient error has occurred. Please try again.'],
])(
  'pauses the outbox (%s) and stores the answer of Microsoft when it answers %i',
  async (reason, status, description) => {
    entra.refusal = { status, body: { error: 'x', error_description: `${description}\r\nTrace ID: 1 Timestamp: 2` } }
    await deliverAllDue(transport, october)
    expect(await getMailPause()).toEqual({ since: october, reason })
    const { lastError } = await findMail({ lastError: { not: null } })
    expect(lastError).toContain(description)
    expect(lastError).not.toContain('Trace ID')
    expect(JSON.stringify(await db.message.findMany())).not.toContain('geheim')

    entra.refusal = null
    await deliverAllDue(transport, addSeconds(october, 30))
    expect(await sentCount()).toBe(5)
  },
)

test('pauses the outbox when Microsoft cannot be reached', async () => {
  await entra.close()
  await deliverAllDue(transport, october)
  expect(await getMailPause()).toEqual({ since: october, reason: 'oauth-unreachable' })
})

test('pauses the outbox when the app has no access to the mailbox', async () => {
  tokens.clear()
  await deliverAllDue(transport, october)
  expect(await getMailPause()).toEqual({ since: october, reason: 'login-refused' })
})

test('logs in after STARTTLS, and sends no login to a server that does not offer it', async () => {
  transport.close()
  transport = oauthTransport('?requireTLS=true&tls.rejectUnauthorized=false')
  await deliverAllDue(transport, october)
  expect(await getMailPause()).toEqual({ since: october, reason: 'encryption-failed' })
  expect(smtp.logins.size).toBe(0)

  const { port } = smtp
  await smtp.close()
  smtp = await startSmtpServer({ tokens, startTls: true, port })
  await deliverAllDue(transport, addSeconds(october, 30))
  expect(await sentCount()).toBe(5)
})

test('sends a confirmation before older mails when the server takes thirty a minute', async () => {
  await db.message.updateMany({ data: { kind: 'followUp' } })
  await enqueueConfirmations(db, 1, { dueAt: addSeconds(october, 3) })
  const paced = { ...transport, perMinute: 30 }
  for (let second = 0; second < 6; second += 1) await deliverAllDue(paced, addSeconds(october, second))
  expect(await db.message.count({ where: { kind: 'confirmation', sentAt: { not: null } } })).toBe(1)
  expect(await db.message.count({ where: { kind: 'followUp', sentAt: null, cancelledAt: null } })).toBeGreaterThan(0)
})
