import { describe, expect, test } from 'vitest'
import { classifyFailure, type PauseReason, type SendFailure } from '@/lib/outbox/retry-policy'

type StageFailure = Omit<SendFailure, 'response' | 'responseCode'>

/** The failure that nodemailer reports for a refusal at each stage. */
const stages: Record<string, StageFailure> = {
  greeting: { stage: 'connecting', code: 'EPROTOCOL', command: 'CONN' },
  login: { stage: 'connecting', code: 'EAUTH', command: 'AUTH PLAIN' },
  'MAIL FROM': { stage: 'session', code: 'EENVELOPE', command: 'MAIL FROM' },
  'RCPT TO': { stage: 'session', code: 'EENVELOPE', command: 'RCPT TO' },
  DATA: { stage: 'session', code: 'EENVELOPE', command: 'DATA' },
  body: { stage: 'body', code: 'EMESSAGE', command: 'DATA' },
}
const stagesWithRecipient = ['RCPT TO', 'DATA', 'body']

const classify = (stage: string, response: string) =>
  classifyFailure({ ...(stages[stage] as StageFailure), response, responseCode: Number.parseInt(response, 10) })

/** Answers about the site, its login, its sender or its limit. */
const answersAboutTheSite: [PauseReason, string][] = [
  ['sender-refused', '550 5.7.60 SMTP; Client does not have permissions to send as this sender'],
  ['sender-refused', '553 5.7.1 <aanmelden@example.nl>: Sender address rejected: not owned by user kennis@example.nl'],
  ['sender-refused', '554 5.2.0 STOREDRV.Submission.Exception:SendAsDeniedException.MapiExceptionSendAsDenied; Failed'],
  ['sender-refused', '554 5.2.252 SendAsDenied; kennis@example.nl not allowed to send as aanmelden@example.nl'],
  ['sender-refused', '550 5.1.8 Access denied, bad outbound sender'],
  ['sender-refused', '553 Sender address rejected: not owned by user kennis'],
  ['login-refused', '550 5.7.1 Client was not authenticated'],
  ['login-refused', '530 5.7.57 SMTP; Client was not authenticated to send anonymous mail during MAIL FROM'],
  ['login-refused', '530 5.7.0 Authentication required'],
  ['login-refused', '535 5.7.3 Authentication unsuccessful'],
  [
    'login-switched-off',
    '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant',
  ],
  ['login-switched-off', '550 5.7.30 Basic authentication is not supported for Client Submission'],
  ['sender-unproven', '550 5.7.26 Unauthenticated email from example.nl is not accepted due to its DMARC policy'],
  ['relay-refused', '550 5.7.64 TenantAttribution; Relay Access Denied'],
  ['limit-reached', '550 5.4.5 Daily user sending limit exceeded'],
  ['limit-reached', '554 5.2.0 STOREDRV.Submission.Exception:SubmissionQuotaExceededException; Failed to process'],
  ['limit-reached', '552 account suspended'],
  ['limit-reached', "550 5.1.90 Your message can't be sent because you've reached your daily limit for recipients"],
  ['limit-reached', '550 5.7.705 Access denied, tenant has exceeded threshold'],
  ['limit-reached', '432 4.3.2 STOREDRV.ClientSubmit; sender thread limit exceeded'],
  ['limit-reached', '421 4.3.2 Service not available'],
]

describe.each(Object.keys(stages))('an answer at %s', (stage) => {
  test.each(answersAboutTheSite)('about the site pauses the outbox (%s): %s', (reason, answer) => {
    const aboutRecipient = stagesWithRecipient.includes(stage)
    expect(classify(stage, answer)).toEqual({ kind: 'pause', reason, aboutRecipient })
  })
})

/** Answers about one recipient or one mail. */
const answersAboutTheRecipient = [
  '550 5.1.1 <voorbeeld@example.nl>: Recipient address rejected: User unknown in virtual mailbox table',
  '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
  '550 5.2.1 The email account that you tried to reach is disabled, the account was suspended',
  "552 5.2.2 The recipient's mailbox is over quota",
  '554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException.MapiExceptionShutoffQuotaExceeded',
  '550 5.4.1 Recipient address rejected: Access denied',
  '550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required',
  '550 5.7.1 message refused by the policy of the recipient',
  '550 mailbox unavailable',
  '552 mailbox quota exceeded',
]

describe.each(stagesWithRecipient)('an answer at %s', (stage) => {
  test.each(answersAboutTheRecipient)('about the recipient is final: %s', (answer) => {
    expect(classify(stage, answer)).toMatchObject({ kind: 'recipient-refused' })
  })

  test.each(['450 4.2.1 try again later', '451 4.7.1 greylisted', '452 4.2.2 over quota', '503 5.5.1 bad sequence'])(
    'that is temporary is tried again: %s',
    (answer) => expect(classify(stage, answer)).toMatchObject({ kind: 'try-again' }),
  )
})

/** Words that decide in an answer of the server itself. */
const decidingWords = [
  '5.7.60',
  '5.4.5',
  '4.3.2',
  'relay',
  'SendAsDenied',
  'SubmissionQuotaExceeded',
  'account-suspended',
  'sender rejected',
  'not authenticated',
  'daily sending limit',
]

/** Answers in which a registrant, or the mail server of a registrant, chose the words. */
const quotations: ((words: string) => string)[] = [
  (words) => `550 5.7.1 <${words}@example.nl>: refused`,
  (words) => `550 5.7.1 <${words}`,
  (words) => `550 5.7.1 "${words}"@example.nl refused`,
  (words) => `550 <${words}@example.nl> unknown user`,
  (words) => `550 5.0.0 the host ${words.replace(/\W/g, '-')}.example.nl does not exist`,
  (words) => `550 5.7.1 host mx.example.nl said: 550 ${words}`,
  (words) => `550 5.1.1 ${words}`,
  (words) => `550 5.2.2 ${words}`,
]

describe('words that a registrant chose', () => {
  const cases = quotations.flatMap((quote) => decidingWords.map((words) => quote(words)))
  test.each(cases)('do not decide: %s', (answer) => {
    expect(classify('RCPT TO', answer)).toEqual({ kind: 'recipient-refused', reason: 'smtp-550' })
    expect(classify('body', answer)).toEqual({ kind: 'recipient-refused', reason: 'smtp-550' })
  })

  test('do not make a refusal of all mail final', () => {
    const answer = '553 5.7.1 <5.1.1-unknown@example.nl>: Sender address rejected: not owned by user'
    expect(classify('RCPT TO', answer)).toMatchObject({ kind: 'pause', reason: 'sender-refused' })
  })
})
