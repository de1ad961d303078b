import { z } from 'zod'
import { cleanLine } from '@/lib/platform/text'

type EndedOffer = 'session-cancelled' | 'registration-cancelled' | 'declined' | 'offer-expired'
export type OfferRefusal = EndedOffer | 'unknown-link' | 'has-seat' | 'not-offered'

export type CapacityFieldReason = 'not-a-number' | 'too-few' | 'too-many'
const capacityReason = (code: CapacityFieldReason) => code

export const maxSeats = 100_000

/** Schema of the form with the capacity of a session; empty for no limit. */
export const capacitySchema = z.object({
  capacity: z
    .string(capacityReason('not-a-number'))
    .transform((typed) => cleanLine(typed).replace(/[.\s]/g, ''))
    .pipe(z.string().regex(/^\d{0,12}$/, capacityReason('not-a-number')))
    .transform((digits) => (digits === '' ? null : Number(digits)))
    .pipe(z.number().min(1, capacityReason('too-few')).max(maxSeats, capacityReason('too-many')).nullable()),
})

export type CapacityRefusal = 'unknown-session' | 'session-cancelled' | 'changed-meanwhile' | 'offers-changed'
