// Prisma filters and selections that several domains share; kept here because the domains do not import each other.

/** Filter on `Registration` for registrations with a seat: neither cancelled nor on the waitlist. */
export const attending = { cancelledAt: null, waitlistedAt: null } as const

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
