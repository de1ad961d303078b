import { setTimeout } from 'node:timers/promises'

/**
 * Resolves after the least time that an action takes. Work for a known e-mail address is shorter; without this the response
 * time would reveal who is registered.
 */
export const minimumDuration = () => setTimeout(200)
