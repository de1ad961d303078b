/**
 * Of a sign-up: somebody stands on the list and has a place. Registrations, messages and questions each ask it in queries of
 * their own, which know nothing of each other.
 */
export const whoTakesPart = { cancelledAt: null, waitingSince: null } as const
