// Prisma filters and selections that several domains share; kept here because the domains do not import each other.

/** Filter on `Registration`: registered, with a seat. */
export const attending = { cancelledAt: null, waitlistedAt: null } as const

/** Filter on `Organiser`: may log in, and so receives mail. Excludes pending invitations and ended access. */
export const canLogIn = { acceptedAt: { not: null }, endedAt: null } as const

/** Selection on `Session`: what decides its phase. */
export const sessionMoments = {
  startsAt: true,
  endsAt: true,
  questionDeadlineAt: true,
  registrationOpensAt: true,
  registrationClosesAt: true,
  cancelledAt: true,
} as const

/** Selection on `Registration`: what registrants filled in about themselves. */
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
