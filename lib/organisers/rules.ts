import { addDays, addMonths } from '@/lib/platform/time'
import type { Role } from './schema'

export const invitationHours = 48
export const passwordResetHours = 1
/** Days after an invitation expired until it is erased. */
export const invitationRetentionDays = 28

/** When a link created at `now` expires. */
export const linkExpiry = (now: Date, hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000)

export const canManageOrganisers = (role: Role) => role === 'admin'

/** True if this role may delete what others created or filled in. */
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

/** When the account is erased. Returns `null` while the organiser has access, or was never mailed an invitation. */
export function accountPurgeAt(
  { acceptedAt, endedAt, tokenExpiresAt }: OrganiserTimestamps,
  { auditLogMonths }: { auditLogMonths: number },
): Date | null {
  if (endedAt) return addMonths(endedAt, auditLogMonths)
  return acceptedAt || !tokenExpiresAt ? null : addDays(tokenExpiresAt, invitationRetentionDays)
}
