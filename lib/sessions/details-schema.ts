import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** `body` and `audience` leave room for the whole form twice in the 64 kB of a sent form: what was typed comes back once more. */
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

/** Why a text of a session was refused; `slug-taken` comes from the database. */
export type DetailsFieldReason =
  | 'missing'
  | 'too-long'
  | 'invalid'
  | 'slug-taken'
  | 'image-without-alt'
  | 'external-image'
const detailsReason = (code: DetailsFieldReason) => code

const maxLength = (max: number) => z.string().max(max, detailsReason('too-long'))
// Spaces, joiners and the like alone show nothing; neither does U+2800, a braille cell without dots.
const nonBlank = z.string().regex(/[^\p{Z}\p{C}\p{DI}\u2800]/u, detailsReason('missing'))
/** One line that may not stay empty. */
export const requiredLine = (max: number) =>
  z.string(detailsReason('missing')).transform(cleanLine).pipe(nonBlank).pipe(maxLength(max))

/** Markdown. A picture says in words what it shows, for who cannot see it, and comes from this site: "/beelden/…". */
const markdownText = (max: number) =>
  z
    .string(detailsReason('missing'))
    .transform(cleanLines)
    .pipe(nonBlank)
    .pipe(maxLength(max))
    .refine((value) => !/!\[\s*\]/.test(value), detailsReason('image-without-alt'))
    .refine((value) => !/!\[[^\]]*\]\(\s*<?(?!\/(?![/\\]))/.test(value), detailsReason('external-image'))

/** What stands in an address: small letters and digits, with single hyphens between. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The form with the texts of a session. An empty slug is made from the title. */
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

/** The refusals of createSession and saveSession. */
export type SaveSessionRefusal = 'unknown-session' | 'slug-taken' | 'changed-meanwhile'

/** What an organiser makes of a session as a whole. */
export const visibilities = ['published', 'unpublished', 'archived', 'restored'] as const
export type Visibility = (typeof visibilities)[number]

/** What to know before publishing: nobody is asked what they want treated, it is too late for it, or for signing up. */
export const publishWarningCodes = ['no-agenda-question', 'deadline-passed', 'registration-closed'] as const
export type PublishWarning = (typeof publishWarningCodes)[number]

/** The refusals of changeVisibility. */
export type VisibilityRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-archived'
  | 'session-over'
  | 'warnings-not-acknowledged'
  | 'has-registrations'
  | 'session-upcoming'
