import { z } from 'zod'
import { type RegistrationStatus, registrationStatuses } from '@/lib/db/scopes'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** Placeholders, such as `{naam}`, in templates and custom messages. Each mail fills in the values of its receiver. */
export const placeholders = ['naam', 'gemeente', 'kennissessie', 'datum', 'tijd', 'organisator', 'contact'] as const
export type Placeholder = (typeof placeholders)[number]

/** Maximum lengths of a subject and a text in UTF-16 code units, as browsers count. */
export const templateLimits = { subject: 200, text: 10_000 } as const

export type TemplateFieldReason = 'missing' | 'too-long' | 'placeholder-in-link' | `unknown-placeholder:${string}`
const issueCode = (code: TemplateFieldReason) => code

/** Returns the first stray brace or text in braces that is no known placeholder, or `undefined`. */
function findUnknownPlaceholder(text: string): string | undefined {
  const knownPlaceholders = new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g')
  return text.replace(knownPlaceholders, '').match(/\{[^{}\s]{0,40}\}?|\}/)?.[0]
}

/** Matches a placeholder inside a link. Such a text is refused, because mails do not fill in placeholders there. */
const placeholderInLink = /(\]\(|https?:|mailto:)[^\s)]*[{}]/

const templateField = (clean: (text: string) => string, max: number) =>
  z
    .string(issueCode('missing'))
    .transform(clean)
    .pipe(
      z
        .string()
        .max(max, issueCode('too-long'))
        .check(({ value, issues }) => {
          const unrecognised = findUnknownPlaceholder(value)
          const code = placeholderInLink.test(value)
            ? 'placeholder-in-link'
            : unrecognised && `unknown-placeholder:${unrecognised}`
          if (code) issues.push({ code: 'custom', input: value, message: code })
        }),
    )
const subjectSchema = templateField(cleanLine, templateLimits.subject)
const text = templateField(cleanLines, templateLimits.text)
const nonEmptyString = z.string().min(1, issueCode('missing'))

/** Validates a session's own subject and text for a mail kind. An empty field means the default. */
export const templateOverrideSchema = z.object({ subject: subjectSchema, text })

/** Validates the audience of a custom message. Any filter but `statuses` may be empty, and then excludes nobody. */
const customMessageAudienceSchema = z.object({
  statuses: z.array(z.enum(registrationStatuses)).min(1, issueCode('missing')),
  inTime: z.enum(['', 'yes', 'no']),
  /** Municipalities (CBS codes) where recipients work; `other` selects those who do not work at a municipality. */
  places: z.array(z.string().regex(/^(GM\d{4}|other)$/)),
  contactWishes: z.array(z.enum(['email', 'phone', 'none'])),
  tookPart: z.boolean(),
})
export type CustomMessageAudience = z.infer<typeof customMessageAudienceSchema>
export const unrestrictedAudience: CustomMessageAudience = {
  statuses: ['signed-up'],
  inTime: '',
  places: [],
  contactWishes: [],
  tookPart: false,
}

/** Validates the stored audience of a custom message. Old ones hold no statuses, and mean participants with a seat. */
export const storedAudienceSchema = customMessageAudienceSchema.extend({
  statuses: customMessageAudienceSchema.shape.statuses.default(unrestrictedAudience.statuses),
})

/** The audience stored with a custom message to one participant, who gets it whatever their status is. */
export const onePersonAudience: CustomMessageAudience = { ...unrestrictedAudience, statuses: registrationStatuses }

/** Returns the statuses in a custom message's stored audience, or only `signed-up` if that is erased or invalid. */
export const selectedStatuses = (selection: unknown): RegistrationStatus[] =>
  (storedAudienceSchema.safeParse(selection).data ?? unrestrictedAudience).statuses

export type CustomMessageRefusal = 'unknown-session' | 'nobody' | 'recipients-changed'
export type TemplateOverrideRefusal = 'unknown-session' | 'changed-meanwhile'

/** Initial text in the form for a custom message. `customMessageSchema` refuses it as `missing` when nothing was added. */
export const defaultOpening = 'Dag {naam},'

export const customMessageSchema = z.object({
  subject: subjectSchema.pipe(nonEmptyString),
  text: text.pipe(nonEmptyString.refine((written) => written !== defaultOpening, issueCode('missing'))),
  to: customMessageAudienceSchema,
})
export type CustomMessageInput = z.output<typeof customMessageSchema>
