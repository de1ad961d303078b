import { z } from 'zod'
import { emailField } from '@/lib/platform/form-fields'
import type { AbuseRefusal, RateLimitRefusal, RegistrationStatus, SessionEndRefusal, UpdateRefusal } from '../schema'
import { identityFields } from '../schema'

/** Status of a registration for its participant, which also reflects a cancelled or ended session. */
export type OwnStatus = RegistrationStatus | SessionEndRefusal

/** Parts of a registration that a participant edits. Each is editable as a whole or not at all. */
export type RegistrationPart = 'about' | 'answers' | 'contact' | 'needs'

/** Why a participant's change was refused. `deadline-passed`: the guarantee ended since the form was opened. */
export type OwnChangeRefusal = UpdateRefusal | 'locked' | 'deadline-passed' | 'unavailable'

/**
 * What a change of the agenda question does to its guarantee. `kept`: it covers the new text. `not-covered`: only the
 * text at the deadline. `none`: there is no guarantee. `still-open`, `too-late`: whether a new question gets one.
 */
export type OwnGuarantee = 'kept' | 'not-covered' | 'none' | 'still-open' | 'too-late'

export type EmailChangeRefusal = 'locked' | 'same-address' | 'too-many' | 'unavailable'

export type ConfirmEmailRefusal = 'unknown-link' | 'expired' | 'locked' | 'address-taken'

export const emailChangeSchema = z.object({ email: emailField })

/** Form with the colleague to whom a registration is transferred. */
export const transferSchema = z.object(identityFields)
export type TransferInput = z.output<typeof transferSchema>

/** Why a transfer was refused. `handed-over`: the registration was transferred to another colleague a moment ago. */
export type TransferRefusal =
  | SessionEndRefusal
  | 'cancelled'
  | 'offer-expired'
  | RateLimitRefusal
  | 'unknown-link'
  | 'handed-over'
  | 'own-address'
  | 'unavailable'

export const linkRecoverySchema = z.object({ email: emailField })

/** Why a request for a personal link was refused. An unknown address is no reason. */
export type LinkRecoveryRefusal = AbuseRefusal | 'unavailable'
