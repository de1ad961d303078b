import type { SendError } from '@/lib/platform/mail/transport'

/** The facts of a failure to send: SMTP phase, nodemailer's code, the SMTP command and the server's answer, if any. */
export type SendFailure = Pick<SendError, 'stage' | 'code' | 'command' | 'responseCode' | 'response'>

export type PauseReason = 'login-refused' | 'sender-refused' | 'server-unreachable' | 'mail-folder'

/**
 * The consequence of a failure to send. `recipient-refused` is final. `try-again` and `unknown-after-data` schedule a retry;
 * after the latter the mail may have arrived. `pause` means that no mail can be sent now. With `aboutRecipient` the server
 * may mean this recipient alone, so the message is retried later and cannot block the outbox.
 */
export type FailureVerdict =
  | { kind: 'recipient-refused' | 'try-again' | 'unknown-after-data'; reason: string }
  | { kind: 'pause'; reason: PauseReason; aboutRecipient: boolean }

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** How long a worker keeps a claimed message without renewing the lease. */
export const leaseMs = 60_000
/** How long the outbox pauses before one message probes the SMTP server. */
export const pauseMs = 30_000
/** Delays between the first attempts; later ones follow every two hours (RFC 5321, section 4.5.4.1). */
const firstDelaysMs = [1, 5, 10, 20, 30].map((minutes) => minutes * minuteMs)
const laterDelayMs = 2 * hourMs
/** Time from the first attempt until a message is given up. RFC 5321, section 4.5.4.1, asks for at least 4 to 5 days. */
const giveUpAfterMs = 4 * 24 * hourMs

/** Returns the consequence of a failure to send. A 5xx answer about the recipient is final, 4xx is not (RFC 5321, 4.2.1). */
export function classifyFailure(failure: SendFailure): FailureVerdict {
  const pause = pauseReason(failure)
  if (pause) return { kind: 'pause', reason: pause, aboutRecipient: failure.command === 'RCPT TO' }
  const { code, responseCode, stage } = failure
  if (responseCode) {
    const kind = isPermanentFailure(responseCode) ? 'recipient-refused' : 'try-again'
    return { kind, reason: `smtp-${responseCode}` }
  }
  // Refused by nodemailer before the server was asked: an invalid address, or a mail that is too large.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'recipient-refused', reason: code }
  return { kind: stage === 'body' ? 'unknown-after-data' : 'try-again', reason: code }
}

// 503 means a bad sequence of commands, not a refused mail.
const isPermanentFailure = (responseCode: number) => responseCode >= 500 && responseCode !== 503

function pauseReason({ stage, code, command, responseCode = 0, response = '' }: SendFailure): PauseReason | null {
  if (code === 'EFOLDER') return 'mail-folder'
  if (['EAUTH', 'ENOAUTH', 'EOAUTH2'].includes(code)) return 'login-refused'
  if (stage === 'connecting') return 'server-unreachable'
  // Authentication required or failed.
  if ([530, 534, 535, 538].includes(responseCode)) return 'login-refused'
  if (command === 'MAIL FROM' && isPermanentFailure(responseCode)) return 'sender-refused'
  if (command === 'RCPT TO' && isPermanentFailure(responseCode) && isRelayRefusal(response)) return 'sender-refused'
  return null
}

/**
 * Returns whether an answer to RCPT TO means that the server relays no mail of the site to anyone. Such an answer has the
 * word "relay", and its status code, if any, is of the class "security or policy" (RFC 3463, section 3.8). Addresses in the
 * answer are ignored, because registrants choose their words.
 */
function isRelayRefusal(response: string): boolean {
  const responseText = response.replace(/<[^>]*>?|\S+@\S+/g, ' ')
  const [, category = '7'] = responseText.match(/\b5\.(\d{1,3})\.\d{1,3}\b/) ?? []
  return category === '7' && /\brelay(ing)?\b/i.test(responseText)
}

type AttemptHistory = { attempts: number; firstAttemptAt: Date; expiresAt: Date | null; now: Date }

/**
 * Returns when to try again after `attempts` attempts, the last of which ended at `now`. Returns `null` if that would be more
 * than four days after the first attempt, or after the mail expires.
 */
export function nextAttemptAt({ attempts, firstAttemptAt, expiresAt, now }: AttemptHistory): Date | null {
  const next = new Date(now.getTime() + (firstDelaysMs[attempts - 1] ?? laterDelayMs))
  return (expiresAt && next >= expiresAt) || hasGivenUp(firstAttemptAt, next) ? null : next
}

/** Returns whether the first attempt was more than four days ago, so that the message is given up. */
export const hasGivenUp = (firstAttemptAt: Date | null, now: Date) =>
  firstAttemptAt !== null && now.getTime() - firstAttemptAt.getTime() > giveUpAfterMs
