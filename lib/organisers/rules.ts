import type { Role } from './schema'

/** How long an invitation works. */
export const invitationHours = 48
/** How long the link for a new password works. */
export const passwordResetHours = 1

/** When a link that is made now stops working. */
export const linkExpiry = (now: Date, hours: number) => new Date(now.getTime() + hours * 60 * 60 * 1000)

/** Whether somebody with this role may invite, change and end organisers. */
export const canManageOrganisers = (role: Role) => role === 'admin'

/** Whether somebody with this role may delete what others made or filled in. */
export const canDelete = (role: Role) => role === 'admin'

type OrganiserTimestamps = { acceptedAt: Date | null; endedAt: Date | null; tokenExpiresAt: Date | null }

export type OrganiserState = 'invited' | 'invitation-expired' | 'active' | 'ended'

/** How things stand with an organiser: invited (or too long ago), may log in, or may not any more. */
export function organiserState(
  { acceptedAt, endedAt, tokenExpiresAt }: OrganiserTimestamps,
  now: Date,
): OrganiserState {
  if (endedAt) return 'ended'
  if (acceptedAt) return 'active'
  return tokenExpiresAt && now < tokenExpiresAt ? 'invited' : 'invitation-expired'
}
