import type { Prisma } from '@/lib/db/client'
import { attending } from '@/lib/db/scopes'
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

/** Maps each status to a Prisma filter for registrations with that status. */
export const statusFilters = {
  'signed-up': attending,
  offered: { cancelledAt: null, offerExpiresAt: { not: null } },
  waitlisted: { cancelledAt: null, waitlistedAt: { not: null }, offerExpiresAt: null },
  cancelled: { cancelledAt: { not: null } },
} satisfies Record<RegistrationStatus, Prisma.RegistrationWhereInput>

/** Prisma filter for registrations without a seat that are not cancelled, with or without an offered seat. */
export const withoutSeat = { cancelledAt: null, waitlistedAt: { not: null } } satisfies Prisma.RegistrationWhereInput

/** SQL expression for the status of the "Registration" row that is aliased as `r`. */
export const statusSql = `CASE
  WHEN r."cancelledAt" IS NOT NULL THEN 'cancelled'
  WHEN r."waitlistedAt" IS NULL THEN 'signed-up'
  WHEN r."offerExpiresAt" IS NULL THEN 'waitlisted'
  ELSE 'offered' END`
