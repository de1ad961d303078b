import { describe, expect, it } from 'vitest'
import { parseDeliveryReport } from '@/lib/outbox/bounces/delivery-report'
import { bouncedId, bounceFiles, readBounce } from '@/tests/support/fixtures/bounces'

const messageId = `<${bouncedId}@example.nl>`
const recipient = 'voorbeeld-0@example.org'
const failed = (answer: string, to: string | null = recipient) => ({
  messageId,
  failure: { answer: expect.stringMatching(answer), recipient: to },
})
const notFailed = { messageId, failure: null }

const reports: Record<string, object> = {
  'base64-parts': failed('^550 5.2.1 mailbox disabled$'),
  'envelope-id-only': failed('^5.3.4$'),
  'exchange-2016-other-domain': failed('^550 5.4.310 DNS domain example.org does not exist'),
  'exim-original-in-headers': failed('^550 5.0.0 No such user here$'),
  gmail: failed('^550-5.1.1 The email account that you tried to reach does not exist. 550 5.1.1 Please'),
  internationalised: failed('^550 5.1.1 unknown$'),
  'microsoft-365-delayed': notFailed,
  'microsoft-365-dutch': failed('^554 5.2.2 mailbox full; STOREDRV'),
  'microsoft-365-expired': failed('^550 4.4.7 QUEUE.Expired; message expired$'),
  'microsoft-365-sending-blocked': failed('^550 5.1.8 Access denied, bad outbound sender'),
  'microsoft-365-unknown-recipient': failed(
    '^550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient voorbeeld-0@example',
  ),
  'microsoft-365-without-original': failed('^550 5.1.10 RESOLVER.ADR.RecipientNotFound'),
  'not-about-a-mail': { messageId: null, failure: { answer: '5.1.1' } },
  'postfix-answer-of-organiser': { messageId: '<eigen-antwoord@example.nl>' },
  'postfix-delayed': notFailed,
  'postfix-delivered': notFailed,
  'postfix-expired': failed('^4.4.1 connect to mx.example.org'),
  'postfix-forwarded': failed('^550 5.1.1 no such user$', 'lid@example.com'),
  'postfix-headers-only': failed('^552 5.2.2 Mailbox full$'),
  'postfix-local': failed('^5.1.1 unknown user: "voorbeeld-0"$'),
  'postfix-no-domain': failed('^5.4.4 Host or domain name not found. Name service error for name=example.org'),
  'postfix-two-recipients': failed('^550 5.7.1 message refused by policy$'),
  'postfix-unknown-user': failed('^550 5.1.1 <voorbeeld-0@example.org>: Recipient address rejected: User unknown in'),
}

describe('parseDeliveryReport', () => {
  it('has an expectation for each file', () => {
    expect(bounceFiles.filter((name) => !name.startsWith('other-'))).toEqual(Object.keys(reports).sort())
  })

  it.each(Object.entries(reports))('reads mail, failure and recipient of %s', async (name, report) => {
    expect(await parseDeliveryReport(readBounce(name))).toMatchObject(report)
  })

  it.each(bounceFiles.filter((name) => name.startsWith('other-')))(
    'ignores a mail of another kind: %s',
    async (name) => {
      expect(await parseDeliveryReport(readBounce(name))).toBeNull()
    },
  )

  it.each([0, 10, 200, 400, 800, 1200, 1600])('reads a report that was cut off after %i bytes', async (bytes) => {
    const report = await parseDeliveryReport(readBounce('postfix-unknown-user').subarray(0, bytes))
    expect([null, messageId]).toContain(report?.messageId ?? null)
  })

  it('keeps the report when the mail that is returned is cut off', async () => {
    const bounce = readBounce('postfix-unknown-user')
    const cutOff = bounce.subarray(0, bounce.indexOf('Dag Voorbeeld'))
    expect(await parseDeliveryReport(cutOff)).toMatchObject(reports['postfix-unknown-user'] ?? {})
  })

  it('takes control and bidi characters out of the answer', async () => {
    const hostile = readBounce('postfix-headers-only').toString().replace('Mailbox full', 'Mail\u202Ebox\u0000 full')
    expect(await parseDeliveryReport(Buffer.from(hostile))).toMatchObject({
      failure: { answer: '552 5.2.2 Mailbox full' },
    })
  })
})
