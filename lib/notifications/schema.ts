import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** What an organiser can write between braces; each mail puts what holds for its reader in its place. */
export const placeholders = ['naam', 'gemeente', 'kennissessie', 'datum', 'tijd', 'organisator', 'contact'] as const
export type Placeholder = (typeof placeholders)[number]

/** Room in each field, in UTF-16 code units as a browser counts them. */
export const templateLimits = { subject: 200, text: 10_000 } as const

/** Why a field was refused; the sentence is written where it is shown. */
export type TemplateFieldReason = 'missing' | 'too-long' | 'placeholder-in-link' | `unknown-placeholder:${string}`
const issueCode = (code: TemplateFieldReason) => code

/** The first thing between braces that is no placeholder, as it was typed; undefined when there is none. */
function findUnknownPlaceholder(textSchema: string): string | undefined {
  const knownPlaceholders = new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g')
  return textSchema.replace(knownPlaceholders, '').match(/\{[^{}\s]{0,40}\}?|\}/)?.[0]
}

/** Only words are filled in: what is typed as a link stays as it is. */
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

/** The words of a mail for one session; an empty field stands for the standard words. */
export const templateOverrideSchema = z.object({ subject: subjectSchema, text })

/** To whom of those who are signed up, as a form sends it: what is empty holds nobody back. */
export const customMessageAudienceSchema = z.object({
  inTime: z.enum(['', 'yes', 'no']),
  /** CBS codes; 'other' stands for everybody who does not work at a gemeente. */
  places: z.array(z.string().regex(/^(GM\d{4}|other)$/)),
  contactWishes: z.array(z.enum(['email', 'phone', 'none'])),
  tookPart: z.boolean(),
})
export type CustomMessageAudience = z.infer<typeof customMessageAudienceSchema>
/** Nobody is held back. */
export const unrestrictedAudience: CustomMessageAudience = {
  inTime: '',
  places: [],
  contactWishes: [],
  tookPart: false,
}

/** The refusals of sendLetter and saveMailText. */
export type CustomMessageRefusal = 'unknown-session' | 'nobody' | 'recipients-changed'
export type TemplateOverrideRefusal = 'unknown-session' | 'changed-meanwhile'

/** What stands in a letter before anything is written: it alone is no letter. */
export const defaultOpening = 'Dag {naam},'

/** What an organiser writes to all or some. */
export const customMessageSchema = z.object({
  subject: subjectSchema.pipe(nonEmptyString),
  text: text.pipe(nonEmptyString.refine((written) => written !== defaultOpening, issueCode('missing'))),
  to: customMessageAudienceSchema,
})
export type CustomMessageInput = z.output<typeof customMessageSchema>
