import { concernsSite } from '../retry-policy'

/** Why a mail did not arrive. `site`: a fault of the site or its mail server, and not of the receiver's address. */
export type FailureReason =
  | 'unknown-address'
  | 'unknown-domain'
  | 'mailbox-closed'
  | 'mailbox-full'
  | 'too-large'
  | 'refused'
  | 'unreachable'
  | 'site'
  | 'unclear'

/** Matches the error code in front of a server's answer in `Message.lastError`. */
const errorCodePrefix = /^E[A-Z]+: /

/** Returns a stored `lastError` without the error code in front: the answer of the SMTP server, if it gave one. */
export const withoutErrorCode = (error: string | null) => error?.replace(errorCodePrefix, '') ?? null

const bouncePrefix = 'EBOUNCE: '

/** Returns the text to store in `Message.lastError` when a mail came back with this answer of a server. */
export const bounceError = (answer: string) => `${bouncePrefix}${answer}`.slice(0, 500)

/** Returns whether a message's `lastError` means that the mail came back after a server had accepted it. */
export const isBounce = (lastError: string | null) => lastError?.startsWith(bouncePrefix) ?? false

/** Maps reasons to their enhanced status codes (RFC 3463 with its registry, Exchange Online). The first match counts. */
const reasonByStatus: [FailureReason, RegExp][] = [
  ['unknown-address', /^(.\.1\.(0|1|3|6|10|11)|5\.4\.1)$/],
  ['unknown-domain', /^(.\.1\.2|5\.4\.(4|3\d\d))$/],
  ['mailbox-closed', /^.\.2\.1$/],
  ['mailbox-full', /^.\.2\.2$/],
  ['too-large', /^.\.(2\.3|3\.4)$/],
  ['unreachable', /^.\.4\./],
  ['refused', /^.\.[67]\./],
]

/** Matches a server's words for an unknown address. Used if the answer holds no telling enhanced status code. */
const unknownUser =
  /\b(user|recipient|mailbox|address) (is )?(unknown|not found)\b|\b(unknown|no such|invalid) (user|recipient|mailbox)/i

/** Returns why a mail failed for good, derived from its `Message.lastError`. */
export function failureReason(lastError: string | null): FailureReason {
  const answer = lastError && errorCodePrefix.test(lastError) ? lastError.replace(errorCodePrefix, '') : ''
  const [, status = ''] = /^(?:\d{3}[ -])?(\d\.\d{1,3}\.\d{1,3})\b/.exec(answer) ?? []
  if (status.startsWith('5.') && concernsSite(status)) return 'site'
  const reason = reasonByStatus.find(([, pattern]) => pattern.test(status))?.[0]
  return reason ?? (unknownUser.test(answer) ? 'unknown-address' : 'unclear')
}
