import type { SendError } from '@/lib/platform/mail/transport'

/** A failure to send: how far the attempt got, nodemailer's error code, the SMTP command and the server's answer if any. */
export type SendFailure = Pick<SendError, 'stage' | 'code' | 'command' | 'responseCode' | 'response'>

/** Why the outbox is paused. Stored in `MailPause.reason`; app/beheer/_components/mail explains what to change. */
export type PauseReason =
  | 'login-refused'
  | 'login-switched-off'
  | 'oauth-refused'
  | 'oauth-unreachable'
  | 'sender-refused'
  | 'sender-unproven'
  | 'relay-refused'
  | 'limit-reached'
  | 'encryption-failed'
  | 'connection-refused'
  | 'server-unreachable'
  | 'mail-folder'

/**
 * What follows from a failure to send. `recipient-refused`: the message failed. `try-again` and `unknown-after-data`: it is
 * retried; after the latter the mail may have arrived. `pause`: no mail can be sent now. With `aboutRecipient` the server
 * refused after it knew the recipient, and may mean only this one; the message then waits longer than others.
 */
export type FailureVerdict =
  | { kind: 'recipient-refused' | 'try-again' | 'unknown-after-data'; reason: string }
  | { kind: 'pause'; reason: PauseReason; aboutRecipient: boolean }

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** Time after which another worker may take over a claimed message, unless its worker renews the lease. */
export const leaseMs = 60_000
/** Time that the outbox is paused after no mail could be sent. Then one message is sent to try the SMTP server again. */
const pauseMs = 30_000
/** Shortest and longest pause of the outbox after the server named a sending limit. Each failed try doubles the pause. */
const limitPauseMs = { min: minuteMs, max: 30 * minuteMs }
/** Delays after the first attempts to send a message; later ones follow every two hours (RFC 5321, section 4.5.4.1). */
const firstDelaysMs = [1, 5, 10, 20, 30].map((minutes) => minutes * minuteMs)
const laterDelayMs = 2 * hourMs
/** Longest delay of a message whose refusal paused the outbox, so that it is sent soon after the cause is solved. */
const maxPausedDelayMs = 30 * minuteMs
/** Time after the first attempt when a message is given up. RFC 5321, section 4.5.4.1, asks for at least 4 to 5 days. */
const giveUpAfterMs = 4 * 24 * hourMs
/** Most attempts for one mail that end without an answer of the SMTP server to the body. Each may have delivered it. */
const maxUncertainAttempts = 3
/** If the SMTP server accepted any mail less than this ago, a refusal is taken to concern only the refused mail. */
const acceptanceProvesMs = 10 * minuteMs

/** Maps error codes of sending, also those of lib/platform/mail/oauth-token, to the reason why the outbox pauses. */
const reasonByErrorCode: Partial<Record<string, PauseReason>> = {
  EFOLDER: 'mail-folder',
  EOAUTH2: 'oauth-refused',
  EOAUTHSERVER: 'oauth-unreachable',
}

/** Maps reasons to the enhanced status codes (RFC 3463 registry, Exchange Online, Gmail) about all mail of the site. */
const statusesByReason: Partial<Record<PauseReason, string>> = {
  'login-refused': '5.7.3 5.7.8 5.7.9 5.7.13 5.7.14 5.7.57',
  'login-switched-off': '5.7.30 5.7.139',
  'sender-refused': '5.1.7 5.1.8 5.2.252 5.7.27 5.7.60',
  'sender-unproven': '5.7.20 5.7.21 5.7.22 5.7.23 5.7.24 5.7.25 5.7.26 5.7.509',
  'relay-refused': '5.7.54 5.7.64 5.7.68',
  'limit-reached': '4.3.2 4.7.28 5.1.90 5.4.5 5.7.28 5.7.232 5.7.233 5.7.501 5.7.502 5.7.503 5.7.705 5.7.708 5.7.750',
}
const reasonByStatus = new Map(
  Object.entries(statusesByReason).flatMap(([reason, statuses]) =>
    statuses.split(' ').map((status) => [status, reason as PauseReason] as const),
  ),
)

/** Returns whether an enhanced status code is about the site's login, sender or limit, and not about the recipient. */
export const concernsSite = (status: string) => reasonByStatus.has(status)

/** Enhanced status codes that servers use for many causes. The words of an answer count only with one of these or none. */
const vagueStatuses = new Set(['5.0.0', '5.2.0', '5.3.0', '5.5.0', '5.7.0', '5.7.1'])

const reasonByWords: [PauseReason, RegExp][] = [
  [
    'login-refused',
    /\bnot authenticated\b|\bauthentication (is )?required\b|\bmust (first )?(authenticate|log ?in)\b/i,
  ],
  ['sender-refused', /SendAsDenied|\bsend as th(is|at) sender\b|\bsender (address )?(rejected|refused|denied)\b/i],
  ['sender-refused', /\bnot owned by (auth )?user\b|\bnot allowed to send (as|from)\b/i],
  ['relay-refused', /\brelay(ing)?\b/i],
  ['limit-reached', /QuotaExceeded|\b(daily|hourly|sending|submission|rate) ([a-z]+ ){0,2}(limit|quota)\b/i],
  ['limit-reached', /\baccount (\w+ ){0,3}(suspended|blocked)\b|\btoo many (messages|mails|emails)\b/i],
]

/**
 * Matches what a registrant can choose in an SMTP answer: addresses, host names, quotations and another server's answer.
 * These are removed before the words of the answer decide on the cause.
 */
const wordsOfOthers = /<[^>]*>?|"[^"]*"?|\S*@\S*|\b[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b|\bsaid:.*$/gs

/** SMTP reply codes by which a server demands or refuses a login (RFC 4954). */
const loginReplyCodes = new Set([530, 534, 535, 538])
/** Matches enhanced status codes about the content or size of a single mail, which do not pause the outbox. */
const mailStatus = /^5\.(3\.4|6\.\d+)$/

/** Returns what follows from a failure to send. A 5xx answer about the recipient is final, 4xx is not (RFC 5321, 4.2.1). */
export function classifyFailure(failure: SendFailure): FailureVerdict {
  const { code, command, responseCode, stage } = failure
  const pause = pauseReason(failure)
  if (pause) {
    const aboutRecipient = stage !== 'connecting' && command !== 'MAIL FROM'
    return { kind: 'pause', reason: pause, aboutRecipient }
  }
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

/** Returns why no mail at all can be sent now, or `null` if the failure is about this mail or its recipient. */
function pauseReason({ stage, code, command, responseCode = 0, response = '' }: SendFailure): PauseReason | null {
  const isPermanent = isPermanentFailure(responseCode)
  const status = enhancedStatus(response)
  const known = reasonByErrorCode[code] ?? reasonByStatus.get(status ?? '')
  if (known) return known
  if (isPermanent && (status === null || vagueStatuses.has(status))) {
    const words = response.slice(0, 1000).replace(wordsOfOthers, ' ')
    const [reason] = reasonByWords.find(([, pattern]) => pattern.test(words)) ?? []
    if (reason) return reason
  }
  if (code === 'EAUTH' || code === 'ENOAUTH' || loginReplyCodes.has(responseCode)) return 'login-refused'
  if (code === 'ETLS') return 'encryption-failed'
  if (stage === 'connecting') return isPermanent ? 'connection-refused' : 'server-unreachable'
  if (command === 'MAIL FROM' && isPermanent && !mailStatus.test(status ?? '')) return 'sender-refused'
  return null
}

/** Returns the enhanced status code right after the reply code (RFC 2034), or `null`. Others may be a registrant's text. */
const enhancedStatus = (response: string) => response.match(/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/)?.[1] ?? null

/**
 * Returns whether a failure that would pause the outbox must be about this recipient, because the server accepted other
 * mail shortly before. Always `false` for a sending limit, because a server names a limit after it accepted mail.
 */
export function isRefutedByAcceptance(verdict: FailureVerdict, lastAcceptedAt: Date | null, now: Date): boolean {
  if (verdict.kind !== 'pause' || !verdict.aboutRecipient || verdict.reason === 'limit-reached') return false
  return lastAcceptedAt !== null && now.getTime() - lastAcceptedAt.getTime() < acceptanceProvesMs
}

/** Returns until when the outbox is paused, given that it has been paused since `since`. Then one message is tried. */
export function pauseEndsAt({ reason, since, now }: { reason: PauseReason; since: Date; now: Date }): Date {
  const { min, max } = limitPauseMs
  const limitMs = Math.min(max, Math.max(min, now.getTime() - since.getTime()))
  return new Date(now.getTime() + (reason === 'limit-reached' ? limitMs : pauseMs))
}

/** Returns when to retry a message after `attempts` attempts, the last of which paused the outbox. */
export function nextAttemptAfterPause(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(delayMs(attempts), maxPausedDelayMs))
}

/** Returns whether too many attempts for a mail got no answer to its body. Each of them may have delivered the mail. */
export const isRepeatedTooOften = (uncertainAttempts: number) => uncertainAttempts >= maxUncertainAttempts

const delayMs = (attempts: number) => firstDelaysMs[attempts - 1] ?? laterDelayMs

type AttemptHistory = { attempts: number; firstAttemptAt: Date; expiresAt: Date | null; now: Date }

/**
 * Returns when to try again after `attempts` attempts, the last of which ended at `now`. Returns `null` if the message
 * would by then be expired, or its first attempt more than four days ago.
 */
export function nextAttemptAt({ attempts, firstAttemptAt, expiresAt, now }: AttemptHistory): Date | null {
  const next = new Date(now.getTime() + delayMs(attempts))
  return (expiresAt && next >= expiresAt) || hasGivenUp(firstAttemptAt, next) ? null : next
}

/** Returns whether the first attempt was more than four days before `now`, so that the message is given up. */
export const hasGivenUp = (firstAttemptAt: Date | null, now: Date) =>
  firstAttemptAt !== null && now.getTime() - firstAttemptAt.getTime() > giveUpAfterMs
