import { z } from 'zod'
import { type FieldIssue, line, requiredLine, requiredMultiline } from '@/lib/platform/form-fields'

/** Maximum length of each session detail. A refused form sends each value twice, in a request of at most 64 kB. */
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

export type DetailsFieldReason = FieldIssue | 'slug-taken' | 'image-without-alt' | 'external-image'
const reason = (code: DetailsFieldReason) => code

/** Schema of Markdown text. Each image must have an alternative text (WCAG 1.1.1) and a path on this site: "/beelden/…". */
const markdownText = (max: number) =>
  requiredMultiline(max)
    .refine((text) => !/!\[\s*\]/.test(text), reason('image-without-alt'))
    .refine((text) => !/!\[[^\]]*\]\(\s*<?(?!\/(?![/\\]))/.test(text), reason('external-image'))

/** Schema of the form with session details. `resolveSlug` replaces an empty slug. */
export const detailsSchema = z.object({
  title: requiredLine(detailsLimits.title),
  slug: line(detailsLimits.slug)
    .transform((typed) => typed.toLowerCase())
    .refine((slug) => slug === '' || /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug), reason('invalid')),
  summary: requiredLine(detailsLimits.summary),
  body: markdownText(detailsLimits.body),
  audience: markdownText(detailsLimits.audience),
  organisedBy: requiredLine(detailsLimits.organisedBy),
  contactName: requiredLine(detailsLimits.contactName),
  contactEmail: requiredLine(detailsLimits.contactEmail).pipe(z.email(reason('invalid'))),
})
export type SessionDetails = z.output<typeof detailsSchema>
export const detailsFields = detailsSchema.keyof().options
export type DetailsField = keyof SessionDetails

export type SaveSessionRefusal = 'unknown-session' | 'slug-taken' | 'changed-meanwhile'

export const visibilities = ['published', 'unpublished', 'archived', 'restored'] as const
export type Visibility = (typeof visibilities)[number]

export type VisibilityRefusal =
  | 'unknown-session'
  | 'session-cancelled'
  | 'session-archived'
  | 'session-over'
  | 'warnings-not-acknowledged'
  | 'has-registrations'
  | 'session-upcoming'
