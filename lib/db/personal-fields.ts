/**
 * Of a sign-up: what somebody filled in about themselves, to select. Registrations, messages and privacy each read it in queries
 * of their own, which know nothing of each other.
 */
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
