import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { claimDeliveryJobs } from '@/lib/outbox/deliver'
import { getMailPause } from '@/lib/outbox/delivery-health'
import { createTestDatabase } from '@/tests/support/database/test-database'
import {
  addSeconds,
  deliverAllDue,
  deliveryTools,
  enqueueConfirmations,
  october,
  transportTo,
} from '@/tests/support/outbox'
import { type Refusal, type SmtpServer, type SmtpStage, startSmtpServer } from '@/tests/support/servers/smtp-server'

const { db } = await createTestDatabase()
let smtp: SmtpServer
let transport: ReturnType<typeof transportTo>

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

const minutes = (count: number) => addSeconds(october, count * 60)

/** Lets a worker look for work every half minute, from one minute to another. */
async function deliverFrom(from: number, to: number) {
  for (let minute = from; minute <= to; minute += 0.5) await deliverAllDue(transport, minutes(minute))
}

const totals = async () => ({
  sent: await db.message.count({ where: { sentAt: { not: null } } }),
  failed: await db.message.count({ where: { failedAt: { not: null } } }),
})

const refusals: [reason: string, stage: SmtpStage, answer: string][] = [
  ['sender-refused', 'body', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
  ['sender-refused', 'recipient', '553 5.7.1 <aanmelden@example.nl>: Sender address rejected: not owned by user x'],
  ['sender-refused', 'body', '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied'],
  ['sender-refused', 'sender', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
  ['login-refused', 'recipient', '550 5.7.1 Client was not authenticated'],
  ['login-refused', 'login', '535 5.7.3 Authentication unsuccessful'],
  ['login-switched-off', 'login', '535 5.7.139 Authentication unsuccessful, basic authentication is disabled'],
  ['connection-refused', 'greeting', '554 5.7.1 Client host rejected: Access denied'],
  ['limit-reached', 'recipient', '550 5.4.5 Daily user sending limit exceeded'],
  ['limit-reached', 'sender', '552 account suspended'],
]

test.each(refusals)(
  '%s at %s fails no mail, and all mail leaves within half an hour of the repair: %s',
  async (...of) => {
    const [reason, stage, answer] = of
    await enqueueConfirmations(db, 13)
    smtp.behaviour = { stage, answer }
    await deliverFrom(0, 5)
    expect(await totals()).toEqual({ sent: 0, failed: 0 })
    expect(await getMailPause()).toEqual({ since: october, reason })
    smtp.behaviour = 'accept'
    await deliverFrom(5.5, 35.5)
    expect(await totals()).toEqual({ sent: 13, failed: 0 })
    expect(smtp.received).toHaveLength(13)
    expect(await getMailPause()).toBeNull()
  },
  60_000,
)

test('a sender that is refused for a week fails no mail', async () => {
  await enqueueConfirmations(db, 2)
  smtp.behaviour = { stage: 'body', answer: '550 5.7.60 Client does not have permissions to send as this sender' }
  const week = 7 * 24 * 60
  for (let minute = 0; minute < week; minute += 90) await deliverAllDue(transport, minutes(minute))
  smtp.behaviour = 'accept'
  await deliverFrom(week, week + 31)
  expect(await totals()).toEqual({ sent: 2, failed: 0 })
}, 60_000)

describe('a server with a limit', () => {
  const limits: Refusal[] = [
    { stage: 'recipient', answer: '550 5.4.5 Daily user sending limit exceeded', after: 5 },
    { stage: 'body', answer: '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException', after: 5 },
    { stage: 'sender', answer: '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded', after: 5 },
    { stage: 'recipient', answer: '552 account suspended', after: 5 },
  ]

  test.each(limits)(
    'gets few probes while it refuses ($answer), and no mail fails',
    async (limit) => {
      await enqueueConfirmations(db, 20)
      smtp.behaviour = limit
      await deliverFrom(0, 120)
      expect(await totals()).toMatchObject({ failed: 0 })
      expect(await getMailPause()).toEqual({ since: october, reason: 'limit-reached' })
      const sent = smtp.received.length
      const { _sum } = await db.message.aggregate({ _sum: { attempts: true } })
      // The three connections at the start, and then probes after 1, 1, 2, 4, 8, 16 and 30 minutes.
      expect((_sum.attempts ?? 0) - sent).toBeLessThanOrEqual(15)
      smtp.behaviour = 'accept'
      await deliverFrom(120.5, 181)
      expect(await totals()).toEqual({ sent: 20, failed: 0 })
      expect(smtp.received).toHaveLength(20)
    },
    60_000,
  )
})

test.each(['recipient', 'body'] as const)(
  'a refusal about the recipient at %s fails for good without a pause',
  async (stage) => {
    await enqueueConfirmations(db, 3)
    for (const answer of ['550 5.1.1 <voorbeeld@example.nl>: User unknown', '552 5.2.2 Mailbox full']) {
      smtp.behaviour = { stage, answer }
      await deliverAllDue(transport, october)
      expect(await totals()).toEqual({ sent: 0, failed: 3 })
      expect(await getMailPause()).toBeNull()
    }
  },
)

test('one recipient whose server imitates a refusal of the sender does not hold up the others', async () => {
  await enqueueConfirmations(db, 40)
  const refusal: Refusal = { stage: 'recipient', answer: '550 5.7.60 not allowed to send as this sender' }
  const imitators = new Set(['voorbeeld-3@example.nl', 'voorbeeld-7@example.nl', 'voorbeeld-20@example.nl'])
  const deliver = transport.send
  const selective = {
    ...transport,
    send: (...[mail, signal]: Parameters<typeof deliver>) => {
      smtp.behaviour = imitators.has(mail.to.address) ? refusal : 'accept'
      return deliver(mail, signal)
    },
  }
  for (let minute = 0; minute <= 2; minute += 0.5) await deliverOneByOne(selective, minutes(minute))
  expect(await totals()).toEqual({ sent: 37, failed: 0 })
})

/** Delivers one mail at a time, because the server behaves differently for each. */
async function deliverOneByOne(to: typeof transport, at: Date) {
  for (;;) {
    const [job] = await claimDeliveryJobs(1, deliveryTools(to, at))
    if (!job) return
    await job()
  }
}
