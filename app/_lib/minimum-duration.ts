import { setTimeout } from 'node:timers/promises'

/**
 * Resolves after 200 milliseconds. An action starts it first and awaits it before the answer: a shorter response time would
 * reveal whether an e-mail address is registered.
 */
export const minimumDuration = () => setTimeout(200)
