import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** A refused form sends the typed values back as hidden state: twice all fields must fit in a 64 kB request body. */
export const detailsLimits = {
  title: 150,
  slug: 80,
  summary: 500,
  body: 12_000,
  audience: 2000,
  organisedBy: 120,
  contactName: 120,
  contactEmail: 254,
} as const

export type DetailsFieldReason =
  | 'missing'
  | 'too-long'
  | 'invalid'
  | 'slug-taken'
  | 'image-without-alt'
  | 'external-image'
const detailsReason = (code: DetailsFieldReason) => code

const maxLength = (max: number) => z.string().max(max, detailsReason('too-long'))
// Refuses text without a visible character. U+2800 is a braille cell without dots.
const nonBlank = z.string().regex(/[^\p{Z}\p{C}\p{DI}\u2800]/u, detailsReason('missing'))
export const requiredLine = (max: number) =>
  z.string(detailsReason('missing')).transform(cleanLine).pipe(nonBlank).pipe(maxLength(max))

/** Markdown. An image needs an alternative text (WCAG 1.1.1) and a path on this site, such as "/beelden/…". */
const markdownText = (max: number) =>
  z
    .string(detailsReason('missing'))
    .transform(cleanLines)
    .pipe(nonBlank)
    .pipe(maxLength(max))
    .refine((value) => !/!\[\s*\]/.test(value), detailsReason('image-without-alt'))
    .refine((value) => !/!\[[^\]]*\]\(\s*<?(?!\/(?![/\\]))/.test(value), detailsReason('external-image'))

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** Session details form. `resolveSlug` replaces an empty slug. */
export const detailsSchema = z.object({
  title: requiredLine(detailsLimits.title),
  slug: z
    .string(detailsReason('missing'))
    .transform((value) => cleanLine(value).toLowerCase())
    .pipe(maxLength(detailsLimits.slug))
    .refine((value) => value === '' || slugPattern.test(value), detailsReason('invalid')),
  summary: requiredLine(detailsLimits.summary),
  body: markdownText(detailsLimits.body),
  audience: markdownText(detailsLimits.audience),
  organisedBy: requiredLine(detailsLimits.organisedBy),
  contactName: requiredLine(detailsLimits.contactName),
  contactEmail: requiredLine(detailsLimits.contactEmail).pipe(z.email(detailsReason('invalid'))),
})
export type SessionDetails = z.output<typeof detailsSchema>
export const detailsFields = detailsSchema.keyof().options
export type DetailsField = keyof SessionDetails

export type SaveSessionRefusal = 'unknown-session' | 'slug-taken' | 'changed-meanwhile'

export const visibilities = ['published', 'unpublished', 'archived', 'restored'] as const
export type Visibility = (typeof visibilities)[number]

export const publishWarningCodes = ['no-agenda-question', 'deadline-passed', 'registration-closed'] as const
export type PublishWarning = (typeof publishWarningCodes)[number]

export type VisibilityRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-archived'
  | 'session-over'
  | 'warnings-not-acknowledged'
  | 'has-registrations'
  | 'session-upcoming'
