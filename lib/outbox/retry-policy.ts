import type { MessageCancelReason, MessageKind } from './schema'

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

/** What may also go out when the session is over. */
const kindsAllowedAfterSession = new Set<MessageKind>([
  'followUp',
  'customMessage',
  'questionResult',
  'registrationChanged',
  'emailChangeConfirm',
])
/** What is for who is off the list. */
const kindsForCancelled = new Set<MessageKind>(['registrationCancelled', 'transferred', 'offerExpired'])
/** What is for who waits for a place, and what also concerns them. */
const kindsForWaitlisted = new Set<MessageKind>(['waitlisted', 'seatOffered'])
const kindsForEveryStatus = new Set<MessageKind>([
  'alreadyRegistered',
  'sessionChanged',
  'sessionCancelled',
  'registrationChanged',
  'emailChangeConfirm',
])

type Recipient = {
  cancelledAt: Date | null
  waitlistedAt: Date | null
  offerExpiresAt: Date | null
  /** Nothing tells any more who it is. */
  erasedAt?: Date | null
}

type MessageContext = {
  message: {
    kind: MessageKind
    expiresAt: Date | null
    releaseNumber: number | null
    organiserId: string | null
  }
  registration: Recipient | null
  /** What an organiser wrote, when that is the mail. */
  customMessage: { createdAt: Date } | null
  /** Null: the mail is about the reader's own account. */
  session: { cancelledAt: Date | null; endsAt: Date; latestRelease: number | null } | null
  /** When a mail that goes out by itself makes sense, as the session's moments are now. */
  window?: { dueAt: Date; expiresAt: Date } | null
  /** Of a mail about a change: its number, that of the last change its reader is told of, and whether all is as it was. */
  change?: { sequence: number; latest: number; isUndone: boolean } | null
  /** Of a mail that brings a link which works once: it is another one by now, or none. */
  linkSuperseded?: boolean
  /** The organiser whom it is to may not log in any more. */
  accessEnded?: boolean
  now: Date
}

/** Why a mail makes no sense any more, or null when it still does. Asked again before each attempt. */
export function sendRefusal({
  message,
  registration,
  customMessage,
  session,
  window,
  change,
  linkSuperseded,
  accessEnded = false,
  now,
}: MessageContext): MessageCancelReason | null {
  if (message.expiresAt && message.expiresAt <= now) return 'expired'
  if (linkSuperseded) return 'linkSuperseded'
  if (!session) return null
  if (accessEnded) return 'accessEnded'
  if (message.kind === 'test') return null
  if (message.organiserId) return session.cancelledAt ? 'sessionCancelled' : null
  if (!registration) return 'registrationGone'
  if (registration.erasedAt) return 'erased'
  // Whoever asks where their sign-up stands, is told however it stands.
  if (message.kind === 'linkRecovery') return null
  // Whoever did that without them is found out, whatever became of the sign-up.
  if (message.kind === 'emailChanged') return null
  const refusal = recipientRefusal(registration, message.kind)
  if (refusal) return refusal
  if (message.kind === 'sessionCancelled') return null
  // What was written after the cancelling knows of it.
  if (session.cancelledAt && !(customMessage && customMessage.createdAt > session.cancelledAt))
    return 'sessionCancelled'
  if (message.kind === 'reminderWeek' && session.latestRelease) return 'alreadyReleased'
  // It says "morgen": of a session that moved that is not true any more.
  if (window && now < window.dueAt) return 'sessionMoved'
  if (window && now >= window.expiresAt) return 'expired'
  if (change && (change.isUndone || change.sequence < change.latest)) return 'superseded'
  if (kindsAllowedAfterSession.has(message.kind)) return null
  if (message.releaseNumber && message.releaseNumber < (session.latestRelease ?? 0)) return 'releaseSuperseded'
  return session.endsAt <= now ? 'sessionOver' : null
}

/** Why a mail of this kind is not for somebody who stands like this. */
function recipientRefusal(
  { cancelledAt, waitlistedAt, offerExpiresAt }: Recipient,
  kind: MessageKind,
): MessageCancelReason | null {
  if (kindsForCancelled.has(kind)) return cancelledAt ? null : 'registrationRestored'
  if (cancelledAt) return 'registrationCancelled'
  if (!waitlistedAt) return kindsForWaitlisted.has(kind) ? 'hasSeat' : null
  if (!kindsForWaitlisted.has(kind)) return kindsForEveryStatus.has(kind) ? null : 'noSeat'
  return (kind === 'seatOffered') === (offerExpiresAt !== null) ? null : 'superseded'
}

/** Of a mail that nobody was to get, kept for what its reader knew before the change. */
export const notNotified: MessageCancelReason = 'notNotified'

/** What was said about a failure, for a reader: without the code that deliver.ts puts before it. */
export const withoutErrorCode = (error: string | null) => error?.replace(/^E[A-Z]+: /, '') ?? null

/** Beginning and end of a session. */
export type StartAndEnd = { startsAt: Date; endsAt: Date }

/** Whether these are the same beginning and end. */
export const isSameStartAndEnd = (one: StartAndEnd, other: StartAndEnd) =>
  one.startsAt.getTime() === other.startsAt.getTime() && one.endsAt.getTime() === other.endsAt.getTime()

type MessageTimestamps = {
  dueAt: Date
  attempts: number
  sentAt: Date | null
  failedAt: Date | null
  cancelledAt: Date | null
}

/** What became of a message and when; for one that still has to go `at` is the moment before which it is not tried. */
export function messageState({ dueAt, attempts, sentAt, failedAt, cancelledAt }: MessageTimestamps) {
  if (sentAt) return { state: 'sent', at: sentAt } as const
  if (failedAt) return { state: 'failed', at: failedAt } as const
  if (cancelledAt) return { state: 'cancelled', at: cancelledAt } as const
  return { state: attempts > 0 ? 'retrying' : 'waiting', at: dueAt } as const
}

export type MessageState = ReturnType<typeof messageState>['state']

/** What the key of each mail about a change begins with; `sequence` is the session's calendarSequence after it. */
export const sessionChangedKey = (sessionId: string, sequence: number) => `changed:${sessionId}:${sequence}`

/** The same for the mails with link and agenda. */
export const releaseKey = (sessionId: string, number: number) => `release:${sessionId}:${number}`

/** The same for the mails that say that a session is cancelled. */
export const sessionCancelledKey = (sessionId: string) => `session-cancelled:${sessionId}`

/** The key of the mail that tells an asker what became of a question; with an empty id what all of them begin with. */
export const questionResultKey = (answerId: string) => `outcome:${answerId}`

/** What tells one state of the words of a mail from the next; empty when they are the standard ones. */
export const templateOverrideVersion = (row: { updatedAt: Date } | null) => row?.updatedAt.toISOString() ?? ''
