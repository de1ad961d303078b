import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { deliverMessage } from '@/lib/outbox/deliver'
import { listFailedMail } from '@/lib/outbox/delivery-health'
import { SendError } from '@/lib/platform/mail/transport'
import { createTestDatabase } from '@/tests/support/database/test-database'
import {
  addSeconds,
  claimOne,
  deliverAllDue,
  deliverDue,
  deliveryTools,
  enqueueConfirmations,
  findMail,
  october,
  onlyMessage,
  transportTo,
} from '@/tests/support/outbox'
import { type SmtpBehaviour, type SmtpServer, startSmtpServer } from '@/tests/support/servers/smtp-server'

const { db } = await createTestDatabase()
let smtp: SmtpServer
let transport: ReturnType<typeof transportTo>
const minute = 60

beforeEach(async () => {
  smtp = await startSmtpServer()
  transport = transportTo(smtp.url)
})
afterEach(async () => {
  transport.close()
  await smtp.close()
  await db.message.deleteMany()
  await db.mailPause.deleteMany()
})

async function attemptDelivery(behaviour: SmtpBehaviour, at = october) {
  smtp.behaviour = behaviour
  expect(await deliverDue(transport, at)).toBe(1)
  return await onlyMessage()
}

describe('one attempt against a server that', () => {
  beforeEach(() => enqueueConfirmations(db, 1))

  test('accepts the mail: the message is sent once', async () => {
    expect(await attemptDelivery('accept')).toMatchObject({
      sentAt: october,
      attempts: 1,
      claimToken: null,
      lastError: null,
    })
    expect(smtp.received).toHaveLength(1)
    expect(await deliverDue(transport, addSeconds(october, 3600))).toBe(0)
  })

  test.each(['refuse-recipient', 'refuse-body'] as const)(
    'answers 5xx (%s): the message fails for good',
    async (behaviour) => {
      const message = await attemptDelivery(behaviour)
      expect(message).toMatchObject({ failedAt: october, sentAt: null, attempts: 1, claimToken: null })
      expect(message.lastError).toMatch(/55[04]/)
      expect(await deliverDue(transport, addSeconds(october, 5 * 24 * 3600))).toBe(0)
    },
  )

  test('answers 4xx to the recipient: the message is retried after one minute', async () => {
    const message = await attemptDelivery('defer-recipient')
    expect(message).toMatchObject({
      dueAt: addSeconds(october, minute),
      attempts: 1,
      maybeDuplicate: false,
      failedAt: null,
    })
    expect(message.lastError).toContain('450')
    expect(await deliverDue(transport, addSeconds(october, minute - 1))).toBe(0)
  })

  test.each(['hang-after-data', 'drop-after-data'] as const)(
    'gives no answer after the body (%s): the message may have been sent and is retried',
    async (how) => {
      expect(await attemptDelivery(how)).toMatchObject({
        maybeDuplicate: true,
        dueAt: addSeconds(october, minute),
        attempts: 1,
      })
      expect(smtp.received).toEqual([expect.objectContaining({ answered: false })])
    },
  )

  test.each([
    ['hang-greeting', 'server-unreachable', 'ETIMEDOUT'],
    ['refuse-login', 'login-refused', '5.7.8 wrong user name or password'],
    ['refuse-sender', 'sender-refused', '5.7.1 sender not allowed'],
  ] as const)(
    'refuses all mail (%s): the outbox pauses, counts no attempt and stores the answer',
    async (behaviour, reason, answer) => {
      const message = await attemptDelivery(behaviour)
      expect(message).toMatchObject({ attempts: 0, failedAt: null, dueAt: october, claimToken: null })
      expect(message.lastError).toContain(answer)
      expect(message.maybeDuplicate).toBe(false)
      expect(await db.mailPause.findMany()).toEqual([{ id: 1, since: october, until: addSeconds(october, 30), reason }])
    },
  )
})

describe('a recipient address', () => {
  const giveAddress = async (email: string) => {
    await enqueueConfirmations(db, 3)
    const first = await db.message.findFirstOrThrow({ orderBy: { id: 'asc' } })
    await db.registration.update({ where: { id: first.registrationId ?? '' }, data: { email } })
    return first.id
  }
  const unsent = () => db.message.count({ where: { sentAt: null } })

  test('that imitates a relay refusal fails alone, and the other messages are sent', async () => {
    const id = await giveAddress('relay@example.nl')
    smtp.behaviour = 'refuse-recipient'
    await deliverMessage(await claimOne(october), deliveryTools(transport, october))
    expect(await db.message.findUniqueOrThrow({ where: { id } })).toMatchObject({ failedAt: october })
    smtp.behaviour = 'accept'
    expect(await deliverAllDue(transport, october)).toBe(2)
  })

  test('that alone is refused as a relay pauses the other messages once and then they are sent', async () => {
    const id = await giveAddress('iemand@elders.example.com')
    smtp.behaviour = 'refuse-relay-elsewhere'
    await deliverMessage(await claimOne(october), deliveryTools(transport, october))
    expect(await db.mailPause.count()).toBe(1)
    expect(await deliverAllDue(transport, addSeconds(october, 30))).toBe(2)
    expect(await unsent()).toBe(1)
    expect(await db.mailPause.count()).toBe(0)
    expect(await db.message.findUniqueOrThrow({ where: { id } })).toMatchObject({
      attempts: 1,
      dueAt: addSeconds(october, minute),
      failedAt: null,
    })
  })

  test('a server that relays for no address pauses the outbox, and each message is attempted in order', async () => {
    await enqueueConfirmations(db, 3)
    smtp.behaviour = 'refuse-relay'
    for (const seconds of [0, 30, 60]) {
      const at = addSeconds(october, seconds)
      await deliverMessage(await claimOne(at), deliveryTools(transport, at))
    }
    expect(await db.message.findMany({ where: { attempts: 1, failedAt: null } })).toHaveLength(3)
    smtp.behaviour = 'accept'
    await deliverAllDue(transport, addSeconds(october, 180))
    expect(await unsent()).toBe(0)
  })
})

test('a mail that cannot be composed counts as an attempt and does not pause the outbox', async () => {
  await enqueueConfirmations(db, 2)
  const unwritable = new SendError('composing', new Error('unwritable'))
  const failing = { ...transport, send: () => Promise.reject(unwritable) }
  await deliverMessage(await claimOne(october), deliveryTools(failing, october))
  expect(await db.mailPause.count()).toBe(0)
  expect(await deliverAllDue(transport, october)).toBe(1)
  expect(await db.message.findFirstOrThrow({ where: { sentAt: null } })).toMatchObject({
    attempts: 1,
    dueAt: addSeconds(october, minute),
  })
})

test('a mail whose body is never answered is sent three times, then fails and is reported as uncertain', async () => {
  const { session } = await enqueueConfirmations(db, 1)
  smtp.behaviour = 'drop-after-data'
  for (let at = october; at < addSeconds(october, 5 * 24 * 3600); at = addSeconds(at, 3600)) {
    await deliverAllDue(transport, at)
  }
  expect(smtp.received).toHaveLength(3)
  expect(await onlyMessage()).toMatchObject({ attempts: 3, maybeDuplicate: true, sentAt: null })
  expect((await onlyMessage()).failedAt).not.toBeNull()
  const [failed] = await listFailedMail(october)
  expect(failed).toMatchObject({ sessionId: session.id, count: 1, uncertain: 1 })
})

test('retries after 1, 5, 10, 20 and 30 minutes, then every two hours, and fails after four days', async () => {
  await enqueueConfirmations(db, 1)
  smtp.behaviour = 'defer-recipient'
  const waits: number[] = []
  let at = october
  for (;;) {
    expect(await deliverDue(transport, at)).toBe(1)
    const message = await onlyMessage()
    if (message.failedAt) break
    waits.push((message.dueAt.getTime() - at.getTime()) / 60_000)
    at = message.dueAt
  }
  expect(waits.slice(0, 7)).toEqual([1, 5, 10, 20, 30, 120, 120])
  expect(new Set(waits.slice(5))).toEqual(new Set([120]))
  expect(at.getTime() - october.getTime()).toBeGreaterThan(3.9 * 24 * 3600_000)
  expect(at.getTime() - october.getTime()).toBeLessThanOrEqual(4 * 24 * 3600_000)
})

test('each attempt sends the same bytes and Message-ID after the registration changed', async () => {
  await enqueueConfirmations(db, 1)
  await attemptDelivery('drop-after-data')
  await db.registration.updateMany({ data: { name: 'Iemand anders', email: 'Voorbeeld-0@example.nl' } })
  await db.session.updateMany({ data: { title: 'Een andere titel', contactName: 'Ander contact' } })
  const second = await attemptDelivery('hang-after-data', addSeconds(october, minute))
  await attemptDelivery('accept', second.dueAt)

  expect(smtp.received).toHaveLength(3)
  const [first] = smtp.received
  expect(first?.messageId).toBe(`<${second.id}@example.nl>`)
  expect(first?.to).toBe('voorbeeld-0@example.nl')
  for (const mail of smtp.received) expect({ ...mail, answered: false }).toEqual({ ...first, answered: false })
})

test.each(['defer-recipient', 'drop-after-data'] as const)(
  'a retry after the address changed is rendered again and sent to the new address only (%s)',
  async (behaviour) => {
    await enqueueConfirmations(db, 1)
    await attemptDelivery(behaviour)
    smtp.received.length = 0
    const data = { name: 'Iemand anders', email: 'anders@example.nl', tokenVersion: 2 }
    await db.registration.updateMany({ data })
    await attemptDelivery('accept', addSeconds(october, minute))
    expect(smtp.received).toEqual([expect.objectContaining({ to: 'anders@example.nl' })])
    expect(smtp.received[0]?.raw).toContain('Dag Iemand anders,')
    expect(smtp.received[0]?.raw).not.toContain('voorbeeld-0@')
  },
)

test('a mail that became irrelevant before it was sent is cancelled', async () => {
  await enqueueConfirmations(db, 1)
  await attemptDelivery('defer-recipient')
  await db.session.updateMany({ data: { cancelledAt: october } })
  const message = await attemptDelivery('accept', addSeconds(october, minute))
  expect(message).toMatchObject({
    cancelledAt: addSeconds(october, minute),
    cancelReason: 'sessionCancelled',
    sentAt: null,
  })
  expect(smtp.received).toHaveLength(0)
})

test('a mail that cannot be rendered is retried later and does not delay other messages', async () => {
  await enqueueConfirmations(db, 2)
  const [broken] = await db.message.findMany({ orderBy: { id: 'asc' } })
  await db.message.update({ where: { id: broken?.id ?? '' }, data: { kind: 'customMessage' } })
  expect(await deliverDue(transport, october)).toBe(2)
  expect(smtp.received).toHaveLength(1)
  const left = await findMail({ sentAt: null })
  expect(left).toMatchObject({ attempts: 1, dueAt: addSeconds(october, minute), content: null })
  expect(left.lastError).toContain('not rendered')
})
