import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** `body` and `audience` leave room for the whole form twice in the 64 kB of a sent form: what was typed comes back once more. */
export const contentLimits = {
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
export type ContentFieldReason =
  | 'missing'
  | 'too-long'
  | 'invalid'
  | 'slug-taken'
  | 'picture-without-words'
  | 'picture-from-elsewhere'
const contentReason = (code: ContentFieldReason) => code

const within = (max: number) => z.string().max(max, contentReason('too-long'))
// Spaces, joiners and the like alone show nothing; neither does U+2800, a braille cell without dots.
const needed = z.string().regex(/[^\p{Z}\p{C}\p{DI}\u2800]/u, contentReason('missing'))
/** One line that may not stay empty. */
export const line = (max: number) =>
  z.string(contentReason('missing')).transform(cleanLine).pipe(needed).pipe(within(max))

/** Markdown. A picture says in words what it shows, for who cannot see it, and comes from this site: "/beelden/…". */
const prose = (max: number) =>
  z
    .string(contentReason('missing'))
    .transform(cleanLines)
    .pipe(needed)
    .pipe(within(max))
    .refine((value) => !/!\[\s*\]/.test(value), contentReason('picture-without-words'))
    .refine((value) => !/!\[[^\]]*\]\(\s*<?(?!\/(?![/\\]))/.test(value), contentReason('picture-from-elsewhere'))

/** What stands in an address: small letters and digits, with single hyphens between. */
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/

/** The form with the texts of a session. An empty slug is made from the title. */
export const contentSchema = z.object({
  title: line(contentLimits.title),
  slug: z
    .string(contentReason('missing'))
    .transform((value) => cleanLine(value).toLowerCase())
    .pipe(within(contentLimits.slug))
    .refine((value) => value === '' || slugPattern.test(value), contentReason('invalid')),
  summary: line(contentLimits.summary),
  body: prose(contentLimits.body),
  audience: prose(contentLimits.audience),
  organisedBy: line(contentLimits.organisedBy),
  contactName: line(contentLimits.contactName),
  contactEmail: line(contentLimits.contactEmail).pipe(z.email(contentReason('invalid'))),
})
export type SessionContent = z.output<typeof contentSchema>
export const contentFields = contentSchema.keyof().options
export type ContentField = keyof SessionContent

/** The refusals of createSession and saveSession. */
export type SaveRefusal = 'unknown-session' | 'slug-taken' | 'changed-meanwhile'

/** What an organiser makes of a session as a whole. */
export const visibilities = ['published', 'unpublished', 'archived', 'brought-back'] as const
export type Visibility = (typeof visibilities)[number]

/** What to know before publishing: nobody is asked what they want treated, it is too late for it, or for signing up. */
export const publishWarningCodes = ['nothing-treated', 'deadline-passed', 'registration-closed'] as const
export type PublishWarning = (typeof publishWarningCodes)[number]

/** The refusals of changeVisibility. */
export type VisibilityRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-archived'
  | 'session-over'
  | 'not-warned'
  | 'people-signed-up'
  | 'still-coming'
