import { addDays, addMonths } from '@/lib/platform/time'
import type { Role } from './schema'

export const invitationHours = 48
export const passwordResetHours = 1
/** Days between the expiry and the erasure of an invitation. */
export const invitationRetentionDays = 28

export const linkExpiry = (now: Date, hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000)

export const canManageOrganisers = (role: Role) => role === 'admin'

/** Returns whether this role may delete records that participants or other organisers created. */
export const canDelete = (role: Role) => role === 'admin'

type OrganiserTimestamps = { acceptedAt: Date | null; endedAt: Date | null; tokenExpiresAt: Date | null }

export type OrganiserState = 'invited' | 'invitation-expired' | 'active' | 'ended'

export function organiserState(
  { acceptedAt, endedAt, tokenExpiresAt }: OrganiserTimestamps,
  now: Date,
): OrganiserState {
  if (endedAt) return 'ended'
  if (acceptedAt) return 'active'
  return tokenExpiresAt && now < tokenExpiresAt ? 'invited' : 'invitation-expired'
}

/** Returns when to erase the account; `null` for an organiser who has access or was never mailed an invitation. */
export function accountPurgeAt(
  { acceptedAt, endedAt, tokenExpiresAt }: OrganiserTimestamps,
  { auditLogMonths }: { auditLogMonths: number },
): Date | null {
  if (endedAt) return addMonths(endedAt, auditLogMonths)
  return acceptedAt || !tokenExpiresAt ? null : addDays(tokenExpiresAt, invitationRetentionDays)
}
