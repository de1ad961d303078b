import { addMinutes } from '@/lib/platform/time'
import { receivesMail } from './rules'
import type { OwnStatus } from './schema'

export const emailChangeHours = 48
export const emailChangeExpiry = (now: Date) => addMinutes(now, emailChangeHours * 60)

/** Minutes within which a repeated request for the same new e-mail address has no effect. Later it is mailed again. */
export const repeatRequestMinutes = 5
export const repeatRequestSince = (now: Date) => addMinutes(now, -repeatRequestMinutes)

/** Most requests for a new e-mail address per day, per registration and per address, so that no mailbox is flooded. */
export const emailChangeRequestsPerDay = 3

type EmailChange = { expiresAt: Date; confirmedAt: Date | null; tokenVersion: number }

/**
 * Returns why a requested e-mail address cannot be confirmed at `now`, or `null` when it can. `locked`: the registration
 * gets no mail any more. `expired` also applies when the stored address was changed since the request.
 */
export function confirmRefusal(
  request: EmailChange,
  { tokenVersion, status }: { tokenVersion: number; status: OwnStatus },
  now: Date,
): 'locked' | 'expired' | null {
  if (!receivesMail(status)) return 'locked'
  return request.tokenVersion === tokenVersion && now < request.expiresAt ? null : 'expired'
}

/** Returns whether this change of e-mail address was confirmed and no later change followed. */
export const isConfirmed = ({ confirmedAt, tokenVersion }: EmailChange, registration: { tokenVersion: number }) =>
  confirmedAt !== null && registration.tokenVersion === tokenVersion + 1
