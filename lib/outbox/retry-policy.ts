/** How far a mail had come when sending failed: not written yet, before the server let us in, in the conversation, or with the body on its way. */
export type SendStage = 'composing' | 'connecting' | 'session' | 'body'

/** What is known of a failure: nodemailer's code, the SMTP command under way and the answer of the server, if any. */
export type SendFailure = {
  stage: SendStage
  code: string
  command?: string
  responseCode?: number
  response?: string
}

export type PauseReason = 'login-refused' | 'sender-refused' | 'server-unreachable' | 'mail-folder'

/**
 * What a failure means for the message: `recipient-refused` is final, `try-again` and `unknown-after-data` follow the
 * retry table (the second may have arrived), `pause` says that no mail at all can go out now. When the server named the
 * recipient as it said so (`aboutRecipient`), it may yet mean this one alone: the message then follows the table too, so
 * that nobody can keep the queue at rest with an address of their choice.
 */
export type FailureVerdict =
  | { kind: 'recipient-refused' | 'try-again' | 'unknown-after-data'; reason: string }
  | { kind: 'pause'; reason: PauseReason; aboutRecipient: boolean }

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** How long a claim holds without being renewed. */
export const leaseMs = 60_000
/** How long the queue rests before one message is tried again. */
export const pauseMs = 30_000
/** Minutes between the first attempts; after these every two hours. RFC 5321, 4.5.4.1 asks for patience like this. */
const firstDelaysMs = [1, 5, 10, 20, 30].map((minutes) => minutes * minuteMs)
const laterDelayMs = 2 * hourMs
/** RFC 5321, 4.5.4.1: the give-up time is at least 4 to 5 days. */
const giveUpAfterMs = 4 * 24 * hourMs

/** What a failure to send means. A 5xx for the recipient is final, a 4xx is not (RFC 5321, 4.2.1). */
export function classifyFailure(failure: SendFailure): FailureVerdict {
  const pause = pauseReason(failure)
  if (pause) return { kind: 'pause', reason: pause, aboutRecipient: failure.command === 'RCPT TO' }
  const { code, responseCode, stage } = failure
  if (responseCode) {
    return {
      kind: isPermanentFailure(responseCode) ? 'recipient-refused' : 'try-again',
      reason: `smtp-${responseCode}`,
    }
  }
  // Refused on our side, before the server was asked: an address that cannot be written, or a mail that is too large.
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'recipient-refused', reason: code }
  return { kind: stage === 'body' ? 'unknown-after-data' : 'try-again', reason: code }
}

// 503 says that we spoke out of turn, not that the mail is refused.
const isPermanentFailure = (responseCode: number) => responseCode >= 500 && responseCode !== 503

function pauseReason({ stage, code, command, responseCode = 0, response = '' }: SendFailure): PauseReason | null {
  if (code === 'EFOLDER') return 'mail-folder'
  if (['EAUTH', 'ENOAUTH', 'EOAUTH2'].includes(code)) return 'login-refused'
  if (stage === 'connecting') return 'server-unreachable'
  // 530 and 535: log in first, or not like this.
  if ([530, 534, 535, 538].includes(responseCode)) return 'login-refused'
  if (command === 'MAIL FROM' && isPermanentFailure(responseCode)) return 'sender-refused'
  if (command === 'RCPT TO' && isPermanentFailure(responseCode) && isRelayRefusal(response)) return 'sender-refused'
  return null
}

/**
 * A server that does not know us says so at each recipient, in words; its code is then of the class "security or policy"
 * (RFC 3463, 3.8), if it gives one. The address in the answer was typed by anybody: its words do not count.
 */
function isRelayRefusal(response: string): boolean {
  const responseText = response.replace(/<[^>]*>?|\S+@\S+/g, ' ')
  const [, category = '7'] = responseText.match(/\b5\.(\d{1,3})\.\d{1,3}\b/) ?? []
  return category === '7' && /\brelay(ing)?\b/i.test(responseText)
}

type AttemptHistory = { attempts: number; firstAttemptAt: Date; expiresAt: Date | null; now: Date }

/**
 * When to try again after `attempts` attempts of which the last ended at `now`, or null when it is over: four days after
 * the first attempt, or when the next would come too late for a mail that is bound to a moment.
 */
export function nextAttemptAt({ attempts, firstAttemptAt, expiresAt, now }: AttemptHistory): Date | null {
  const next = new Date(now.getTime() + (firstDelaysMs[attempts - 1] ?? laterDelayMs))
  if (expiresAt && next >= expiresAt) return null
  return next.getTime() - firstAttemptAt.getTime() > giveUpAfterMs ? null : next
}

/** Whether the time to deliver this message has passed without the retry table having been asked. */
export function hasGivenUp(firstAttemptAt: Date | null, now: Date): boolean {
  return firstAttemptAt !== null && now.getTime() - firstAttemptAt.getTime() > giveUpAfterMs
}
