import { describe, expect, it } from 'vitest'
import { bounceError, type FailureReason, failureReason, isBounce } from '@/lib/outbox/bounces/failure-reason'

const answers: [FailureReason, string][] = [
  ['unknown-address', '550 5.1.1 <voorbeeld@example.nl>: Recipient address rejected: User unknown'],
  ['unknown-address', '550-5.1.1 The email account that you tried to reach does not exist'],
  ['unknown-address', '5.1.1 unknown user: "voorbeeld"'],
  ['unknown-address', '550 5.1.10 RESOLVER.ADR.RecipientNotFound'],
  ['unknown-address', '550 5.4.1 Recipient address rejected: Access denied'],
  ['unknown-address', '550 No such user here'],
  ['unknown-address', '550 5.0.0 No such user here'],
  ['unknown-domain', '5.1.2 bad destination system'],
  ['unknown-domain', '550 5.4.310 DNS domain example.org does not exist'],
  ['unknown-domain', '5.4.4 Host or domain name not found'],
  ['mailbox-closed', '550 5.2.1 mailbox disabled'],
  ['mailbox-full', '552 5.2.2 over quota'],
  ['mailbox-full', '452 4.2.2 over quota'],
  ['too-large', '5.3.4'],
  ['too-large', '552 5.2.3 message size exceeds the limit'],
  ['unreachable', '550 4.4.7 QUEUE.Expired; message expired'],
  ['unreachable', '4.4.1 connect to mx.example.org: Connection timed out'],
  ['refused', '550 5.7.1 message refused by policy'],
  ['refused', '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup'],
  ['refused', '554 5.6.0 content rejected'],
  ['site', '550 5.1.8 Access denied, bad outbound sender'],
  ['site', '550 5.7.60 not allowed to send as this sender'],
  ['site', '550 5.7.26 unauthenticated email'],
  ['site', '550 5.4.5 Daily sending limit exceeded'],
  ['unclear', '550 Requested action not taken'],
  ['unclear', '554 5.0.0 rejected'],
  ['unclear', ''],
]

describe('failureReason', () => {
  it.each(answers)('is %s for a bounce with the answer %j', (reason, answer) => {
    expect(failureReason(bounceError(answer))).toBe(reason)
  })

  it('is the same for a refusal by the mail server of the site', () => {
    expect(failureReason('EENVELOPE: 550 5.1.1 unknown')).toBe('unknown-address')
    expect(failureReason('EENVELOPE: No recipients defined')).toBe('unclear')
    expect(failureReason(null)).toBe('unclear')
  })

  it('ignores a status code that a stranger may have put further on in the answer', () => {
    expect(failureReason(bounceError('550 5.1.1 <x>: host said 550 5.7.60'))).toBe('unknown-address')
  })
})

it('tells a bounce from a refusal', () => {
  expect(isBounce(bounceError('550 5.1.1 unknown'))).toBe(true)
  expect(isBounce('EENVELOPE: 550 5.1.1 unknown')).toBe(false)
  expect(isBounce(null)).toBe(false)
})
