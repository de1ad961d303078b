import { z } from 'zod'
import { emailField } from '@/lib/platform/form-fields'
import type { AbuseRefusal, RateLimitRefusal, RegistrationStatus, SessionEndRefusal, UpdateRefusal } from '../schema'
import { identityFields } from '../schema'

/** Status of a registration for its participant, which also reflects a cancelled or ended session. */
export type OwnStatus = RegistrationStatus | SessionEndRefusal

/** Parts of a registration that a participant edits. Each is editable as a whole or not at all. */
export type RegistrationPart = 'about' | 'answers' | 'contact' | 'needs'

/** Reasons to refuse a participant's change. `deadline-passed`: the question deadline passed since the form was opened. */
export type OwnChangeRefusal = UpdateRefusal | 'locked' | 'deadline-passed' | 'unavailable'

/**
 * Whether a change of the agenda question is guaranteed to be discussed. `kept`: the new text is. `not-covered`: only the
 * text at the question deadline is. `none`: neither is. `still-open`, `too-late`: a first question is, or is not.
 */
export type OwnGuarantee = 'kept' | 'not-covered' | 'none' | 'still-open' | 'too-late'

export type EmailChangeRefusal = 'locked' | 'same-address' | 'too-many' | 'unavailable'

export type ConfirmEmailRefusal = 'unknown-link' | 'expired' | 'locked' | 'address-taken'

export const emailChangeSchema = z.object({ email: emailField })

export const transferSchema = z.object(identityFields)
export type TransferInput = z.output<typeof transferSchema>

/** Reasons to refuse a transfer. `handed-over`: the registration was transferred to another colleague before. */
export type TransferRefusal =
  | SessionEndRefusal
  | 'cancelled'
  | 'offer-expired'
  | RateLimitRefusal
  | 'unknown-link'
  | 'handed-over'
  | 'own-address'
  | 'unavailable'

/** Schema of the form for a personal link. Without a valid `session` id it asks for all sessions. */
export const linkRecoverySchema = z.object({ email: emailField, session: z.guid().nullable().catch(null) })

/** Reasons to refuse a request for a personal link. An unknown address is not refused, so as not to reveal it. */
export type LinkRecoveryRefusal = AbuseRefusal | 'unavailable'
