import { z } from 'zod'
import { type AbuseRefusal, emailField, identityFields, type RegistrationStatus, type UpdateRefusal } from '../schema'

/** How a sign-up stands for whose it is: also whether there is still something to come to. */
export type OwnStatus = RegistrationStatus | 'session-cancelled' | 'session-over'

/** Why somebody cannot cancel their own sign-up any more. */
export type OwnCancelRefusal = 'session-cancelled' | 'session-over'

/** The parts of a sign-up that its owner changes, each as a whole or not at all. */
export const registrationParts = ['about', 'answers', 'contact', 'needs'] as const
export type RegistrationPart = (typeof registrationParts)[number]

/**
 * Why what somebody changed of their own sign-up was not kept. `locked`: that part cannot be changed any more; `deadline-passed`:
 * the form still said that the question stays promised.
 */
export type OwnChangeRefusal = UpdateRefusal | 'locked' | 'deadline-passed' | 'unavailable'

/**
 * What a change of the question does to the promise that it is treated: nothing, it is not covered, or there was none. Of who
 * asked nothing yet: what they ask is promised still, or not any more.
 */
export type OwnGuarantee = 'kept' | 'not-covered' | 'none' | 'still-open' | 'too-late'

/** The refusals of askAddress. */
export type EmailChangeRefusal = 'locked' | 'same-address' | 'too-many' | 'unavailable'

/** Why another address cannot be confirmed (any more). */
export type ConfirmEmailRefusal = 'unknown-link' | 'expired' | 'locked' | 'address-taken'

/** The form for another address. */
export const emailChangeSchema = z.object({ email: emailField })

/** The form with which somebody hands their place to a colleague: who that is. */
export const transferSchema = z.object(identityFields)
export type TransferInput = z.output<typeof transferSchema>

/** Why there is no place to hand over (any more). */
export type TransferUnavailableReason = 'cancelled' | 'session-cancelled' | 'session-over' | 'offer-expired'

/** The refusals of handOver. `handed-over`: to somebody else, a moment ago. Whether the colleague is known is no reason. */
export type TransferRefusal =
  | TransferUnavailableReason
  | Extract<AbuseRefusal, 'too-many-from-ip' | 'too-many-for-address'>
  | 'unknown-link'
  | 'handed-over'
  | 'own-address'
  | 'unavailable'

/** The form with which somebody asks for their personal link again. */
export const linkRecoverySchema = z.object({ email: emailField })

/** Why a link was not asked for. Whether the address is known is no reason. */
export type LinkRecoveryRefusal = AbuseRefusal | 'unavailable'
