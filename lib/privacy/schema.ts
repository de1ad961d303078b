import { z } from 'zod'
import { cleanLine } from '@/lib/platform/text'
import type { DataCategory } from './data-register'

// Dutch placeholders stored in the row, so that no screen has to know about erasure.
export const erasedName = 'Naam gewist'
export const erasedSubject = 'Bericht gewist'
export const erasedText = 'Tekst gewist'

export type PersonSearchReason = 'missing' | 'invalid'
const reason = (code: PersonSearchReason) => code

/** Form that searches a person by e-mail address. */
export const findPersonSchema = z.object({
  email: z
    .string(reason('missing'))
    .transform(cleanLine)
    .pipe(z.string().min(1, reason('missing')).max(254, reason('invalid')).regex(/.@./, reason('invalid'))),
})

/** Categories that a registrant fills in; each form field explains its purpose. */
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

/** Other categories about a registrant. */
export const derivedDataCategories = [
  'registrationHistory',
  'formSubmission',
  'notes',
  'changes',
  'triage',
  'triageTexts',
  'messages',
  'customMessages',
  'auditLog',
  'linkRecovery',
  'rateLimits',
] as const satisfies DataCategory[]

/** Categories about an organiser. */
export const organiserDataCategories = [
  'account',
  'credentials',
  'logins',
  'actorReferences',
  'contact',
] as const satisfies DataCategory[]
