import type { RegistrationStanding } from './schema'

/** How a sign-up stands for whose it is: also whether there is still something to come to. */
export type OwnStanding = RegistrationStanding | 'session-cancelled' | 'session-over'

/** Why somebody cannot cancel their own sign-up any more. */
export type OwnCancelRefusal = 'session-cancelled' | 'session-over'
