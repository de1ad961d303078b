import type { SendError } from '@/lib/platform/mail/transport'

/** The facts of a failure to send: SMTP phase, nodemailer's code, the SMTP command and the server's answer, if any. */
export type SendFailure = Pick<SendError, 'stage' | 'code' | 'command' | 'responseCode' | 'response'>

/** Why no mail can be sent now. Stored in `MailPause.reason`; app/beheer/_components/mail says what to change for each. */
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
 * The consequence of a failure to send. `recipient-refused` is final. `try-again` and `unknown-after-data` schedule a retry;
 * after the latter the mail may have arrived. `pause` means that no mail can be sent now. With `aboutRecipient` the server
 * knew the recipient, and may mean this recipient alone. Such a message is retried later, so that it cannot block the outbox.
 */
export type FailureVerdict =
  | { kind: 'recipient-refused' | 'try-again' | 'unknown-after-data'; reason: string }
  | { kind: 'pause'; reason: PauseReason; aboutRecipient: boolean }

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** How long a worker keeps a claimed message without renewing the lease. */
export const leaseMs = 60_000
/** How long the outbox pauses before one message probes the SMTP server. */
const pauseMs = 30_000
/** Shortest and longest pause after the server named a limit. Each probe that fails doubles the pause. */
const limitPauseMs = { min: minuteMs, max: 30 * minuteMs }
/** Delays between the first attempts; later ones follow every two hours (RFC 5321, section 4.5.4.1). */
const firstDelaysMs = [1, 5, 10, 20, 30].map((minutes) => minutes * minuteMs)
const laterDelayMs = 2 * hourMs
/** Longest delay of a message after the server refused all mail, so that it is sent soon after the cause is solved. */
const maxPausedDelayMs = 30 * minuteMs
/** Time from the first attempt until a message is given up. RFC 5321, section 4.5.4.1, asks for at least 4 to 5 days. */
const giveUpAfterMs = 4 * 24 * hourMs
/** How often a mail is sent without an answer after the body. The recipient may have got it each time. */
const maxUncertainAttempts = 3
/** If the server accepted a mail less than this ago, a refusal is taken to concern only the refused mail. */
const acceptanceProvesMs = 10 * minuteMs

/** Causes by nodemailer's error code or, for OAuth, by the code of lib/platform/mail/oauth-token. */
const reasonByErrorCode: Partial<Record<string, PauseReason>> = {
  EFOLDER: 'mail-folder',
  EOAUTH2: 'oauth-refused',
  EOAUTHSERVER: 'oauth-unreachable',
}

/** Enhanced status codes (RFC 3463 with its registry, Exchange Online, Gmail) that concern the site, whatever the stage. */
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

/** Returns whether an enhanced status code concerns the site, its login, its sender or its limit, whatever the recipient. */
export const concernsSite = (status: string) => reasonByStatus.has(status)

/** Enhanced status codes that servers use for causes of every kind. Only after these, and without any, the words decide. */
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

/** Parts of an SMTP answer that a registrant can choose: addresses, host names, quotations and the answer of another server. */
const wordsOfOthers = /<[^>]*>?|"[^"]*"?|\S*@\S*|\b[\w-]+(\.[\w-]+)*\.[a-z]{2,}\b|\bsaid:.*$/gs

/** Reply codes to a login that is missing or refused (RFC 4954). */
const loginReplyCodes = new Set([530, 534, 535, 538])
/** Enhanced status codes about the content or size of this mail alone. */
const mailStatus = /^5\.(3\.4|6\.\d+)$/

/** Returns the consequence of a failure to send. A 5xx answer about the recipient is final, 4xx is not (RFC 5321, 4.2.1). */
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

/** Returns why the server takes no mail of the site at all, or `null` if the failure is about this mail or recipient. */
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

/** Returns the enhanced status code right after the reply code (RFC 2034). A code further on may be somebody else's text. */
const enhancedStatus = (response: string) => response.match(/^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/)?.[1] ?? null

/**
 * Returns whether a refusal that sounds like one of all mail must be about this recipient: the server accepted other mail
 * shortly before. A limit is different, because a server names it after it accepted mail.
 */
export function isRefutedByAcceptance(verdict: FailureVerdict, lastAcceptedAt: Date | null, now: Date): boolean {
  if (verdict.kind !== 'pause' || !verdict.aboutRecipient || verdict.reason === 'limit-reached') return false
  return lastAcceptedAt !== null && now.getTime() - lastAcceptedAt.getTime() < acceptanceProvesMs
}

/** Returns when a message probes the server again, in an outbox that is paused since `since`. */
export function pauseEndsAt({ reason, since, now }: { reason: PauseReason; since: Date; now: Date }): Date {
  const { min, max } = limitPauseMs
  const limitMs = Math.min(max, Math.max(min, now.getTime() - since.getTime()))
  return new Date(now.getTime() + (reason === 'limit-reached' ? limitMs : pauseMs))
}

/** Returns when to try again a message after `attempts` attempts, the last of which was refused as all mail is. */
export function nextAttemptAfterPause(attempts: number, now: Date): Date {
  return new Date(now.getTime() + Math.min(delayMs(attempts), maxPausedDelayMs))
}

/** Returns whether a mail got no answer after its body so often that another attempt would only repeat it. */
export const isRepeatedTooOften = (uncertainAttempts: number) => uncertainAttempts >= maxUncertainAttempts

const delayMs = (attempts: number) => firstDelaysMs[attempts - 1] ?? laterDelayMs

type AttemptHistory = { attempts: number; firstAttemptAt: Date; expiresAt: Date | null; now: Date }

/**
 * Returns when to try again after `attempts` attempts, the last of which ended at `now`. Returns `null` if that would be more
 * than four days after the first attempt, or after the mail expires.
 */
export function nextAttemptAt({ attempts, firstAttemptAt, expiresAt, now }: AttemptHistory): Date | null {
  const next = new Date(now.getTime() + delayMs(attempts))
  return (expiresAt && next >= expiresAt) || hasGivenUp(firstAttemptAt, next) ? null : next
}

/** Returns whether the first attempt was more than four days ago, so that the message is given up. */
export const hasGivenUp = (firstAttemptAt: Date | null, now: Date) =>
  firstAttemptAt !== null && now.getTime() - firstAttemptAt.getTime() > giveUpAfterMs
