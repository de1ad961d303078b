import { z } from 'zod'
import { cleanLine } from '@/lib/platform/text'

/**
 * What stands in the place of a name that was erased, and of the subject of a letter: in the row itself, so that every screen
 * has something to show, also one that does not know of erasing.
 */
export const erasedName = 'Naam gewist'
export const erasedSubject = 'Bericht gewist'

/** Why the field was refused; the sentence is written where it is shown. */
export type PersonFieldReason = 'missing' | 'invalid'
const reason = (code: PersonFieldReason) => code

/** The form that asks what is kept of somebody. */
export const findPersonSchema = z.object({
  email: z
    .string(reason('missing'))
    .transform(cleanLine)
    .pipe(z.string().min(1, reason('missing')).max(254, reason('invalid')).regex(/.@./, reason('invalid'))),
})
