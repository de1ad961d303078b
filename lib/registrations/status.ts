import type { RegistrationStatus } from './schema'

export type StatusTimestamps = { cancelledAt: Date | null; waitlistedAt: Date | null; offerExpiresAt: Date | null }

/** Returns the status of a registration. `statusFilters` and `statusSql` express the same rule for the database. */
export function registrationStatus(registration: StatusTimestamps): RegistrationStatus {
  if (registration.cancelledAt) return 'cancelled'
  if (!registration.waitlistedAt) return 'signed-up'
  return registration.offerExpiresAt ? 'offered' : 'waitlisted'
}

/** Maps each status to its Dutch label, on screen and in the export. */
export const statusLabels: Record<RegistrationStatus, string> = {
  'signed-up': 'aangemeld',
  offered: 'plek aangeboden',
  waitlisted: 'op de wachtlijst',
  cancelled: 'afgemeld',
}
