import { z } from 'zod'
import { cleanLine } from '@/lib/platform/text'
import type { DataCategory } from './data-register'

/**
 * What stands in the place of a name that was erased, and of the subject of a letter: in the row itself, so that every screen
 * has something to show, also one that does not know of erasing.
 */
export const erasedName = 'Naam gewist'
export const erasedSubject = 'Bericht gewist'

/** Why the field was refused; the sentence is written where it is shown. */
export type PersonSearchReason = 'missing' | 'invalid'
const reason = (code: PersonSearchReason) => code

/** The form that asks what is kept of somebody. */
export const findPersonSchema = z.object({
  email: z
    .string(reason('missing'))
    .transform(cleanLine)
    .pipe(z.string().min(1, reason('missing')).max(254, reason('invalid')).regex(/.@./, reason('invalid'))),
})

/** What a participant fills in: each has its "Waarom vragen we dit?" on the form. */
export const formDataCategories = [
  'name',
  'email',
  'workplace',
  'role',
  'answers',
  'contactWish',
  'phone',
  'needs',
] as const satisfies DataCategory[]
export type FormDataCategory = (typeof formDataCategories)[number]

/** What comes of it: that somebody signed up, what organisers make of it, and the mails. */
export const derivedDataCategories = [
  'registrationHistory',
  'formSubmission',
  'notes',
  'changes',
  'triage',
  'messages',
  'customMessages',
  'auditLog',
  'linkRecovery',
  'rateLimits',
] as const satisfies DataCategory[]

/** Of who works at the desk. */
export const organiserDataCategories = [
  'account',
  'credentials',
  'logins',
  'actorReferences',
  'contact',
] as const satisfies DataCategory[]
