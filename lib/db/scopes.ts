/**
 * Of a sign-up: somebody stands on the list and has a place. Registrations, messages and questions each ask it in queries of
 * their own, which know nothing of each other.
 */
export const attending = { cancelledAt: null, waitlistedAt: null } as const
