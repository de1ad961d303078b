import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { createBounceReader, forgetBounceMailbox } from '@/lib/outbox/bounces/read-bounces'
import { getBounceMailboxFailure } from '@/lib/outbox/delivery-health'
import type { MailboxSettings } from '@/lib/platform/mail/imap-mailbox'
import { startWorker } from '@/lib/worker/start'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { readBounce } from '@/tests/support/fixtures/bounces'
import {
  addSeconds,
  deliverAllDue,
  enqueueConfirmations,
  listMails,
  october,
  silentLogger,
  transportTo,
} from '@/tests/support/outbox'
import { ensureDovecot, type ImapServer, mailboxUser, startDovecot } from '@/tests/support/servers/dovecot'
import { openInbox } from '@/tests/support/servers/imap-inbox'
import { type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'
import { startTokenServer } from '@/tests/support/servers/token-server'

const hasDovecot = await ensureDovecot()
const { db } = await createTestDatabase()
let imap: ImapServer
let inbox: ReturnType<typeof openInbox>
let smtp: SmtpServer
let transport: ReturnType<typeof transportTo>
/** Ids of three sent messages. */
let ids: string[] = []

beforeAll(async () => {
  if (hasDovecot) {
    imap = await startDovecot()
    inbox = openInbox(imap)
  }
  smtp = await startSmtpServer()
  transport = transportTo(smtp.url)
})
afterAll(async () => {
  transport.close()
  await Promise.all([imap?.close(), smtp.close()])
})
beforeEach(async () => {
  await enqueueConfirmations(db, 3)
  await deliverAllDue(transport, october)
  ids = (await listMails()).map(({ id }) => id)
})
afterEach(async () => {
  await db.message.deleteMany()
  await forgetBounceMailbox()
})

const mailbox = (url = imap.url): MailboxSettings => ({ url, user: mailboxUser, oauth: null })
const reader = (settings = mailbox(), logger = silentLogger) =>
  createBounceReader(settings, { logger, now: () => october })

const failedIds = async () => (await db.message.findMany({ where: { failedAt: { not: null } } })).map(({ id }) => id)

describe.runIf(hasDovecot)('reading a mailbox', () => {
  beforeEach(() => inbox.empty())

  test('marks bounced messages, and reads nothing but reports about them', async () => {
    const [first, second, third] = ids
    await inbox.receive([
      readBounce('other-vacation-exchange', { id: first }),
      readBounce('postfix-unknown-user', { id: first }),
      readBounce('microsoft-365-unknown-recipient', { id: second }),
      readBounce('microsoft-365-delayed', { id: third }),
      readBounce('other-read-receipt', { id: third }),
      readBounce('other-forwarded-bounce', { id: third }),
      readBounce('other-normal-mail', { id: third }),
      readBounce('postfix-answer-of-organiser', { id: third }),
      readBounce('gmail'),
    ])
    await reader()()
    expect((await failedIds()).sort()).toEqual([first, second].sort())
    expect(await inbox.readMarks()).toEqual([false, true, true, true, false, false, false, false, false])
  })

  test('handles each bounce once, also when it comes twice or is marked as unread', async () => {
    const [id = ''] = ids
    const read = reader()
    await inbox.receive([readBounce('postfix-unknown-user', { id })])
    await read()
    const marked = await db.message.findUniqueOrThrow({ where: { id } })
    await inbox.receive([readBounce('microsoft-365-unknown-recipient', { id })])
    await inbox.markAllUnread()
    await read()
    await reader()()
    expect(await db.message.findUniqueOrThrow({ where: { id } })).toEqual(marked)
    expect(await inbox.readMarks()).toEqual([false, true])
  })

  test('handles a bounce that somebody read before', async () => {
    const [id = ''] = ids
    await inbox.receive([readBounce('gmail', { id })], { flags: ['\\Seen'] })
    await reader()()
    expect(await failedIds()).toEqual([id])
  })

  test('reads on after the mails that it looked at, in all of a large mailbox', async () => {
    const [id = ''] = ids
    const other = Array.from({ length: 205 }, () => readBounce('other-normal-mail'))
    await inbox.receive([...other, readBounce('postfix-unknown-user', { id })])
    const read = reader()
    await read()
    expect(await failedIds()).toEqual([])
    await read()
    expect(await failedIds()).toEqual([id])
    expect(await inbox.readMarks()).toEqual([...Array(205).fill(false), true])
  })

  test('reads another mailbox, and a mailbox that was made anew, from its start', async () => {
    const [first = '', second = ''] = ids
    await inbox.withClient((client) => client.mailboxCreate('Teruggekomen mail'))
    await inbox.receive(Array.from({ length: 3 }, () => readBounce('other-normal-mail')))
    await reader()()
    await inbox.receive([readBounce('gmail', { id: first })], { folder: 'Teruggekomen mail' })
    await reader(mailbox(`${imap.url}/Teruggekomen%20mail`))()
    expect(await failedIds()).toEqual([first])

    await inbox.withClient(async (client) => {
      await client.mailboxDelete('Teruggekomen mail')
      await client.mailboxCreate('Teruggekomen mail')
    })
    await inbox.receive([readBounce('gmail', { id: second })], { folder: 'Teruggekomen mail' })
    await reader(mailbox(`${imap.url}/Teruggekomen%20mail`))()
    expect((await failedIds()).sort()).toEqual([first, second].sort())
    await inbox.withClient((client) => client.mailboxDelete('Teruggekomen mail'))
  })

  test('logs in with an access token, and with another when the server refuses it', async () => {
    const [id = ''] = ids
    await inbox.receive([readBounce('gmail', { id })])
    const entra = await startTokenServer()
    const oauth = { tenant: 'example.nl', clientId: 'app', clientSecret: 'geheim', authority: entra.url }
    const url = `imap://127.0.0.1:${imap.port}`
    const read = reader({ url, user: mailboxUser, oauth })
    imap.tokens.add('token-2')
    await read()
    expect(await getBounceMailboxFailure()).toEqual({ since: october, reason: 'login-refused' })
    await read()
    expect(await getBounceMailboxFailure()).toBeNull()
    expect(await failedIds()).toEqual([id])
    expect(entra.requests).toHaveLength(2)

    entra.refusal = { status: 401, body: { error: 'invalid_client' } }
    const other = reader({ url, user: mailboxUser, oauth })
    await other()
    expect(await getBounceMailboxFailure()).toEqual({ since: october, reason: 'oauth-refused' })
    await entra.close()
    await other()
    expect(await getBounceMailboxFailure()).toEqual({ since: october, reason: 'oauth-unreachable' })
  })

  test.each([
    ['login-refused', (url: string) => url.replace('geheim', 'ander')],
    ['folder-missing', (url: string) => `${url}/bestaat-niet`],
    // The server offers no encryption.
    ['encryption-failed', (url: string) => url.replace('imap:', 'imaps:')],
    // Another machine as far as the site knows, so that the login needs STARTTLS.
    ['encryption-failed', (url: string) => url.replace('127.0.0.1', '0.0.0.0')],
    ['server-unreachable', (url: string) => url.replace(/:\d+$/, ':1')],
  ])(
    'stores that the mailbox cannot be read (%s), and logs it once without a name or password',
    async (reason, change) => {
      const lines: unknown[] = []
      const keep = (...line: unknown[]) => void lines.push(line)
      const logger = { info: keep, warn: keep, error: keep } as unknown as typeof silentLogger
      const read = reader(mailbox(change(imap.url)), logger)
      await read()
      await read()
      expect(await getBounceMailboxFailure()).toEqual({ since: october, reason })
      expect(lines).toMatchObject([[{ reason }, 'bounce mailbox cannot be read']])
      expect(JSON.stringify(lines)).not.toMatch(/geheim|ander|aanmelden/)
    },
  )

  test('reads on by itself when the server is back, without mails lost meanwhile', async () => {
    const [id = ''] = ids
    const lines: string[] = []
    const keep = (_fields: unknown, line: string) => void lines.push(line)
    const logger = { info: keep, warn: keep, error: keep } as unknown as typeof silentLogger
    const read = reader(mailbox(), logger)
    await read()
    await inbox.receive([readBounce('gmail', { id })])
    await imap.stop()
    await read()
    expect(await getBounceMailboxFailure()).toMatchObject({ reason: 'server-unreachable' })
    await imap.start()
    await read()
    expect(await getBounceMailboxFailure()).toBeNull()
    expect(await failedIds()).toEqual([id])
    expect(lines).toEqual(['bounce mailbox cannot be read', 'mail bounced', 'bounce mailbox is read again'])
  })

  test('the worker reads the mailbox, and stops at once while it waits for the server', async () => {
    const [id = ''] = ids
    await inbox.receive([readBounce('gmail', { id })])
    const options = { logger: silentLogger, now: () => addSeconds(october, 60) }
    const worker = startWorker({ ...options, transport: transportTo(smtp.url), bounceMailbox: mailbox() })
    await vi.waitFor(async () => expect(await failedIds()).toEqual([id]), { timeout: 10_000 })
    await worker.stop()

    // Takes the connection and says nothing.
    const silent = createServer()
    silent.listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const bounceMailbox = mailbox(`imap://a:b@127.0.0.1:${(silent.address() as AddressInfo).port}`)
    const waiting = startWorker({ ...options, transport: transportTo(smtp.url), bounceMailbox })
    await once(silent, 'connection')
    const stoppedAt = performance.now()
    await waiting.stop()
    expect(performance.now() - stoppedAt).toBeLessThan(3_000)
    silent.close()
  })
})

test('a server that cannot be reached stops no mail, and the warning ends with the setting', async () => {
  const bounceMailbox = mailbox('imap://a:b@127.0.0.1:1')
  const options = { transport: transportTo(smtp.url), logger: silentLogger, now: () => october }
  const worker = startWorker({ ...options, bounceMailbox })
  await vi.waitFor(async () => expect(await getBounceMailboxFailure()).toMatchObject({ since: october }))
  await enqueueConfirmations(db, 1)
  await vi.waitFor(async () => expect(await db.message.count({ where: { sentAt: { not: null } } })).toBe(4))
  await worker.stop()

  const withoutMailbox = startWorker({ ...options, transport: transportTo(smtp.url) })
  await vi.waitFor(async () => expect(await getBounceMailboxFailure()).toBeNull())
  await withoutMailbox.stop()
})
