import { z } from 'zod'
import {
  type ChangeRefusal,
  emailField,
  personFields,
  type RegistrationStanding,
  type SpamRefusal,
} from '@/lib/registrations/schema'

/** How a sign-up stands for whose it is: also whether there is still something to come to. */
export type OwnStanding = RegistrationStanding | 'session-cancelled' | 'session-over'

/** Why somebody cannot cancel their own sign-up any more. */
export type OwnCancelRefusal = 'session-cancelled' | 'session-over'

/** The parts of a sign-up that its owner changes, each as a whole or not at all. */
export const ownParts = ['about', 'answers', 'contact', 'needs'] as const
export type OwnPart = (typeof ownParts)[number]

/**
 * Why what somebody changed of their own sign-up was not kept. `locked`: that part cannot be changed any more; `deadline-passed`:
 * the form still said that the question stays promised.
 */
export type OwnChangeRefusal = ChangeRefusal | 'locked' | 'deadline-passed' | 'unavailable'

/**
 * What a change of the question does to the promise that it is treated: nothing, it is not covered, or there was none. Of who
 * asked nothing yet: what they ask is promised still, or not any more.
 */
export type OwnPromise = 'kept' | 'not-covered' | 'none' | 'still-open' | 'too-late'

/** The refusals of askAddress. */
export type AddressRefusal = 'locked' | 'same-address' | 'too-many' | 'unavailable'

/** Why another address cannot be confirmed (any more). */
export type ConfirmRefusal = 'unknown-link' | 'expired' | 'locked' | 'address-taken'

/** The form for another address. */
export const addressSchema = z.object({ email: emailField })

/** The form with which somebody hands their place to a colleague: who that is. */
export const handOverSchema = z.object(personFields)
export type HandOverInput = z.output<typeof handOverSchema>

/** Why there is no place to hand over (any more). */
export type NothingToHandOver = 'cancelled' | 'session-cancelled' | 'session-over' | 'offer-over'

/** The refusals of handOver. `handed-over`: to somebody else, a moment ago. Whether the colleague is known is no reason. */
export type HandOverRefusal =
  | NothingToHandOver
  | Extract<SpamRefusal, 'too-many-from-here' | 'too-many-for-address'>
  | 'unknown-link'
  | 'handed-over'
  | 'own-address'
  | 'unavailable'

/** The form with which somebody asks for their personal link again. */
export const lostLinkSchema = z.object({ email: emailField })

/** Why a link was not asked for. Whether the address is known is no reason. */
export type LostLinkRefusal = SpamRefusal | 'unavailable'
