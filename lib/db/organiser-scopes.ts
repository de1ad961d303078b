/** The organisers who may log in, and so get mail and questions: not who is only invited, nor whose access ended. */
export const canLogIn = { acceptedAt: { not: null }, endedAt: null } as const
