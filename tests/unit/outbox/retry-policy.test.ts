import { describe, expect, test } from 'vitest'
import {
  classifyFailure,
  hasGivenUp,
  isRefutedByAcceptance,
  nextAttemptAfterPause,
  nextAttemptAt,
  type PauseReason,
  pauseEndsAt,
  type SendFailure,
} from '@/lib/outbox/retry-policy'

const first = new Date('2022-10-01T08:00:00Z')
const after = (minutes: number) => new Date(first.getTime() + minutes * 60_000)

describe('when to try again', () => {
  test('waits 1, 5, 10, 20 and 30 minutes, and then two hours each time', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7, 20].map((attempts) => {
      const next = nextAttemptAt({ attempts, firstAttemptAt: first, expiresAt: null, now: after(90) })
      return next && (next.getTime() - after(90).getTime()) / 60_000
    })
    expect(waits).toEqual([1, 5, 10, 20, 30, 120, 120, 120])
  })

  test('gives up when the next attempt would come more than four days after the first', () => {
    const fourDays = 4 * 24 * 60
    const tried = { attempts: 50, firstAttemptAt: first, expiresAt: null }
    expect(nextAttemptAt({ ...tried, now: after(fourDays - 120) })).toEqual(after(fourDays))
    expect(nextAttemptAt({ ...tried, now: after(fourDays - 119) })).toBeNull()
    expect(hasGivenUp(first, after(fourDays))).toBe(false)
    expect(hasGivenUp(first, after(fourDays + 1))).toBe(true)
    expect(hasGivenUp(null, after(fourDays + 1))).toBe(false)
  })

  test('stops at the moment of a mail that is bound to one', () => {
    const tried = { attempts: 2, firstAttemptAt: first, now: after(10) }
    expect(nextAttemptAt({ ...tried, expiresAt: after(16) })).toEqual(after(15))
    expect(nextAttemptAt({ ...tried, expiresAt: after(15) })).toBeNull()
  })
})

const connecting = { stage: 'connecting', code: 'EPROTOCOL', command: 'CONN' } as const

function envelope(command: string, responseCode: number): SendFailure {
  return { stage: 'session', code: 'EENVELOPE', command, responseCode }
}
function body(responseCode: number): SendFailure {
  return { stage: 'body', code: 'EMESSAGE', command: 'DATA', responseCode }
}

describe('how long a pause lasts', () => {
  const pauseMinutes = (reason: PauseReason, minutesPaused: number) => {
    const now = after(minutesPaused)
    return (pauseEndsAt({ reason, since: first, now }).getTime() - now.getTime()) / 60_000
  }

  test('lasts half a minute, so that mail leaves soon after the cause is mended', () => {
    expect([0, 5, 600].map((minutes) => pauseMinutes('sender-refused', minutes))).toEqual([0.5, 0.5, 0.5])
  })

  test('doubles after each probe that meets the limit of the server, from one minute to half an hour', () => {
    expect([0, 1, 2, 4, 20, 600].map((minutes) => pauseMinutes('limit-reached', minutes))).toEqual([1, 1, 2, 4, 20, 30])
  })

  test('postpones the refused message by at most half an hour', () => {
    const waits = [1, 2, 3, 20].map((attempts) => (nextAttemptAfterPause(attempts, first).getTime() - +first) / 60_000)
    expect(waits).toEqual([1, 5, 10, 30])
  })
})

describe('a server that accepted other mail shortly before', () => {
  const refusal = { kind: 'pause', reason: 'sender-refused', aboutRecipient: true } as const

  test('refutes a refusal of all mail', () => {
    expect(isRefutedByAcceptance(refusal, first, after(9))).toBe(true)
    expect(isRefutedByAcceptance(refusal, first, after(10))).toBe(false)
    expect(isRefutedByAcceptance(refusal, null, after(9))).toBe(false)
  })

  test('does not refute a limit, nor a refusal before the recipient was named', () => {
    expect(isRefutedByAcceptance({ ...refusal, reason: 'limit-reached' }, first, after(1))).toBe(false)
    expect(isRefutedByAcceptance({ ...refusal, aboutRecipient: false }, first, after(1))).toBe(false)
    expect(isRefutedByAcceptance({ kind: 'recipient-refused', reason: '' }, first, after(1))).toBe(false)
  })
})

describe('what a failure means', () => {
  const cases: [string, SendFailure, ReturnType<typeof classifyFailure>][] = [
    ['a 550 for the recipient', envelope('RCPT TO', 550), { kind: 'recipient-refused', reason: 'smtp-550' }],
    ['a 554 for the body', body(554), { kind: 'recipient-refused', reason: 'smtp-554' }],
    ['a 450 for the recipient', envelope('RCPT TO', 450), { kind: 'try-again', reason: 'smtp-450' }],
    ['a 452 for the sender', envelope('MAIL FROM', 452), { kind: 'try-again', reason: 'smtp-452' }],
    ['a 421 in the conversation', lost('session', 421), { kind: 'try-again', reason: 'smtp-421' }],
    ['a 503, which blames the order', envelope('RCPT TO', 503), { kind: 'try-again', reason: 'smtp-503' }],
    ['a line that broke before the body', lost('session'), { kind: 'try-again', reason: 'ECONNECTION' }],
    ['a line that broke after it', lost('body'), { kind: 'unknown-after-data', reason: 'ECONNECTION' }],
    ['a 451 after the body', body(451), { kind: 'try-again', reason: 'smtp-451' }],
    ['no server', { stage: 'connecting', code: 'ESOCKET' }, pause('server-unreachable')],
    ['no such host', { stage: 'connecting', code: 'EDNS' }, pause('server-unreachable')],
    ['a wrong password', { stage: 'connecting', code: 'EAUTH', responseCode: 535 }, pause('login-refused')],
    ['a login that is asked for', envelope('MAIL FROM', 530), pause('login-refused')],
    ['a refused sender', envelope('MAIL FROM', 553), pause('sender-refused')],
    ['a mail that is too large', atMailFrom('552 5.3.4 message too large'), final(552)],
    ['a mail in letters that the server lacks', atMailFrom('553 5.6.7 SMTPUTF8 not allowed'), final(553)],
    ['a greeting that refuses', { ...connecting, responseCode: 554, response: '554 no' }, pause('connection-refused')],
    ['STARTTLS that is not offered', { stage: 'connecting', code: 'ETLS' }, pause('encryption-failed')],
    ['an app that Microsoft refuses', { stage: 'connecting', code: 'EOAUTH2' }, pause('oauth-refused')],
    ['no answer of Microsoft', { stage: 'connecting', code: 'EOAUTHSERVER' }, pause('oauth-unreachable')],
    ['a full disk', { stage: 'connecting', code: 'EFOLDER' }, pause('mail-folder')],
    ['a mail that cannot be written', { stage: 'composing', code: 'EINVAL' }, { kind: 'try-again', reason: 'EINVAL' }],
    [
      'an address that cannot be written',
      { stage: 'session', code: 'EENVELOPE' },
      { kind: 'recipient-refused', reason: 'EENVELOPE' },
    ],
  ]
  test.each(cases)('%s', (_what, failure, verdict) => expect(classifyFailure(failure)).toEqual(verdict))

  test.each([
    '554 5.7.1 <a@example.nl>: Relay access denied',
    '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
    '550 relay not permitted',
    '550 5.7.1 a@example.nl... Relaying denied',
  ])('a server that does not relay for us: %s', (response) => {
    const verdict = { kind: 'pause', reason: 'relay-refused', aboutRecipient: true }
    expect(classifyFailure({ ...envelope('RCPT TO', 550), response })).toEqual(verdict)
  })

  test.each([
    '550 5.1.1 <relay@example.nl>: User unknown',
    '550 5.7.1 <relay denied@example.nl>: not allowed',
    '550 5.1.1 relay@example.nl unknown',
    '550 5.7.1 <relay',
    '550 5.1.2 relay.example.nl has no mail server',
  ])('but not one that repeats an address with that word in it: %s', (response) => {
    const verdict = { kind: 'recipient-refused', reason: 'smtp-550' }
    expect(classifyFailure({ ...envelope('RCPT TO', 550), response })).toEqual(verdict)
  })

  function atMailFrom(response: string): SendFailure {
    return { ...envelope('MAIL FROM', Number.parseInt(response, 10)), response }
  }
  function final(responseCode: number) {
    return { kind: 'recipient-refused', reason: `smtp-${responseCode}` } as const
  }
  function pause(reason: PauseReason) {
    return { kind: 'pause', reason, aboutRecipient: false } as const
  }

  function lost(stage: SendFailure['stage'], responseCode?: number): SendFailure {
    return { stage, code: 'ECONNECTION', command: 'CONN', responseCode }
  }
})
