import type { Prisma } from './client'

// Prisma filters and selections that several domains share; kept here because the domains do not import each other.

/** Filter on `Registration` for registrations with a seat ("aangemeld"): neither cancelled nor on the waitlist. */
export const attending = { cancelledAt: null, waitlistedAt: null } as const

/**
 * Maps each status to the Prisma filter for registrations with that status. Each registration matches exactly one filter.
 * Count registrations only with these filters or `statusSql`. Registrations whose personal data were erased still count.
 */
export const statusFilters = {
  'signed-up': attending,
  offered: { cancelledAt: null, waitlistedAt: { not: null }, offerExpiresAt: { not: null } },
  waitlisted: { cancelledAt: null, waitlistedAt: { not: null }, offerExpiresAt: null },
  cancelled: { cancelledAt: { not: null } },
} satisfies Record<string, Prisma.RegistrationWhereInput>
export type RegistrationStatus = keyof typeof statusFilters
export const registrationStatuses = Object.keys(statusFilters) as RegistrationStatus[]

/** Filter on `Registration` for registrations that are not cancelled: with a seat, an offered seat or on the waitlist. */
export const registered = { cancelledAt: null } as const

/** Filter on `Registration` for registrations without a seat that are not cancelled, with or without an offered seat. */
export const withoutSeat = { cancelledAt: null, waitlistedAt: { not: null } } satisfies Prisma.RegistrationWhereInput

/** Filter on `Registration` for registrations that can get mail, because their name and address were not erased. */
export const reachable = { erasedAt: null } as const

/** SQL expression for the status of the "Registration" row that is aliased as `r`. */
export const statusSql = `CASE
  WHEN r."cancelledAt" IS NOT NULL THEN 'cancelled'
  WHEN r."waitlistedAt" IS NULL THEN 'signed-up'
  WHEN r."offerExpiresAt" IS NULL THEN 'waitlisted'
  ELSE 'offered' END`

/** Filter on `Organiser` for those who may log in and get mail. Excludes pending invitations and ended access. */
export const canLogIn = { acceptedAt: { not: null }, endedAt: null } as const

/** Selection of the `Session` columns from which `sessionPhase` derives the phase of a session. */
export const sessionMoments = {
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  cancelledAt: true,
} as const

/** Selection of the `Registration` columns that registrants filled in about themselves. */
export const personalFields = {
  name: true,
  email: true,
  municipalityCode: true,
  organisation: true,
  role: true,
  contactWish: true,
  phone: true,
  needs: true,
} as const
