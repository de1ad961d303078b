import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** The mails of which an organiser can change the words for one session. */
export const adaptableKinds = [
  'confirmation',
  'waiting-list',
  'place-offered',
  'offer-expired',
  'already-registered',
  'release',
  'reminder-week',
  'reminder-day',
  'reminder-hour',
  'changed',
  'session-cancelled',
  'registration-changed',
  'registration-cancelled',
  'lost-link',
  'handed-over',
  'thanks',
  'question-deadline',
  'clarification',
  'outcome',
] as const
export const adaptableKindSchema = z.enum(adaptableKinds)
export type AdaptableKind = z.infer<typeof adaptableKindSchema>

/** Those that can be seen before they go out: a letter is written anew each time. */
export type PreviewKind = AdaptableKind | 'letter'
const previewKindSchema = z.enum([...adaptableKinds, 'letter'])

/** About the address of a participant: their words are the same everywhere, for somebody's door hangs on them. */
export const addressKinds = ['address-confirm', 'address-changed'] as const
export type AddressKind = (typeof addressKinds)[number]
export const isAddressKind = (kind: string): kind is AddressKind => addressKinds.some((each) => each === kind)

/** The kinds that belong to a session: a test is another of them, mailed to an organiser. */
export const sessionKindSchema = z.enum([...adaptableKinds, 'letter', 'test', ...addressKinds])
export type SessionKind = z.infer<typeof sessionKindSchema>

/** To an organiser about their own account at the desk: these belong to no session. */
export const accountKinds = ['invitation', 'password-reset', 'account-changed'] as const
export type AccountKind = (typeof accountKinds)[number]

/** Every kind of mail there is. Each has a template in emails/. */
export const messageKindSchema = z.enum([...sessionKindSchema.options, ...accountKinds])
export type MessageKind = z.infer<typeof messageKindSchema>

/** Those that go out by themselves, at a moment of the session. */
export const plannedKinds = ['reminder-week', 'reminder-day', 'reminder-hour', 'question-deadline', 'thanks'] as const

/** Those in which a participant reads their own words again: what they typed goes from these with what they need. */
export const repeatingKinds = [
  'confirmation',
  'waiting-list',
  'registration-changed',
  'clarification',
  'outcome',
] as const

/**
 * Those that are not sent again from the list: a test is pressed anew, the questions stand at the desk, and who can confirm an
 * address is asked by whose it is.
 */
export const onceOnlyKinds: readonly string[] = ['test', 'question-deadline', ...addressKinds] satisfies MessageKind[]

/** Subject and text of a mail, with placeholders; the text is Markdown. */
const words = z.object({ subject: z.string(), text: z.string() })
export type Words = z.infer<typeof words>

/** What is another one in a release than in the one before it. */
const correction = z.object({ linkChanged: z.boolean(), agendaChanged: z.boolean() })

/** What an organiser hears of by mail when it happens to their account. */
const accountChangeSchema = z.enum(['password', 'two-step-on', 'two-step-off', 'two-step-reset'])
export type AccountChange = z.infer<typeof accountChangeSchema>

/** What only some kinds need to know, kept with the message. */
export const messageDetailsSchema = z.object({
  /** changed: when the reader last knew it to be, if that is not so any more. Instants as ISO 8601. */
  before: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }).optional(),
  /** changed: the number of the release that the reader last knew of, when there is a later one. */
  releaseBefore: z.int().optional(),
  /** changed: the online link, or the agenda, is another one than the reader knew. */
  linkChanged: z.boolean().optional(),
  agendaChanged: z.boolean().optional(),
  /** changed: the session's calendarSequence after the change. */
  sequence: z.int().optional(),
  /** offer-expired: nobody answered in time, signing up closed, or it ended sooner than its reader had been told. */
  offerEnd: z.enum(['unanswered', 'closed', 'sooner']).optional(),
  /** address-confirm, address-changed: about which request. */
  addressRequestId: z.guid().optional(),
  /** confirmation, waiting-list, place-offered, already-registered: a colleague handed it over. */
  handedOver: z.boolean().optional(),
  /** registration-cancelled: the reader did so, and no organiser. */
  bySelf: z.boolean().optional(),
  /** clarification: what the organiser wants to know (plain text). */
  ask: z.string().optional(),
  /** invitation: who invites (id of an organiser). */
  invitedBy: z.string().optional(),
  /** invitation, password-reset: which of the reader's links it brings, and until when that works. */
  linkVersion: z.int().optional(),
  linkExpiresAt: z.iso.datetime().optional(),
  /** account-changed: what has just changed. */
  accountChange: accountChangeSchema.optional(),
  /** test: which mail, with what is not released and words that are not kept yet. */
  test: z
    .object({
      kind: previewKindSchema,
      agenda: z.string().optional(),
      correction: correction.optional(),
      draft: words.optional(),
    })
    .optional(),
})
export type MessageDetails = z.infer<typeof messageDetailsSchema>

/** What an organiser can write between braces; each mail puts what holds for its reader in its place. */
export const placeholders = ['naam', 'gemeente', 'kennissessie', 'datum', 'tijd', 'organisator', 'contact'] as const
export type Placeholder = (typeof placeholders)[number]

/** Room in each field, in UTF-16 code units as a browser counts them. */
export const wordsLimits = { subject: 200, text: 10_000 } as const

/** Why a field was refused; the sentence is written where it is shown. */
export type WordsFieldReason = 'missing' | 'too-long' | 'placeholder-in-link' | `unknown-placeholder:${string}`
const reason = (code: WordsFieldReason) => code

/** The first thing between braces that is no placeholder, as it was typed; undefined when there is none. */
function unknownPlaceholder(text: string): string | undefined {
  const known = new RegExp(`\\{(${placeholders.join('|')})\\}`, 'g')
  return text.replace(known, '').match(/\{[^{}\s]{0,40}\}?|\}/)?.[0]
}

/** Only words are filled in: what is typed as a link stays as it is. */
const inLink = /(\]\(|https?:|mailto:)[^\s)]*[{}]/

const field = (clean: (text: string) => string, max: number) =>
  z
    .string(reason('missing'))
    .transform(clean)
    .pipe(
      z
        .string()
        .max(max, reason('too-long'))
        .check(({ value, issues }) => {
          const unknown = unknownPlaceholder(value)
          const code = inLink.test(value) ? 'placeholder-in-link' : unknown && `unknown-placeholder:${unknown}`
          if (code) issues.push({ code: 'custom', input: value, message: code })
        }),
    )
const subject = field(cleanLine, wordsLimits.subject)
const text = field(cleanLines, wordsLimits.text)
const filled = z.string().min(1, reason('missing'))

/** The words of a mail for one session; an empty field stands for the standard words. */
export const mailTextSchema = z.object({ subject, text })

/** To whom of those who are signed up, as a form sends it: what is empty holds nobody back. */
export const letterSelectionSchema = z.object({
  inTime: z.enum(['', 'yes', 'no']),
  /** CBS codes; 'other' stands for everybody who does not work at a gemeente. */
  places: z.array(z.string().regex(/^(GM\d{4}|other)$/)),
  contactWishes: z.array(z.enum(['email', 'phone', 'none'])),
  tookPart: z.boolean(),
})
export type LetterSelection = z.infer<typeof letterSelectionSchema>
/** Nobody is held back. */
export const everybody: LetterSelection = { inTime: '', places: [], contactWishes: [], tookPart: false }

/** The refusals of sendLetter and saveMailText. */
export type LetterRefusal = 'unknown-session' | 'nobody' | 'recipients-changed'
export type WordsRefusal = 'unknown-session' | 'changed-meanwhile'

/** What stands in a letter before anything is written: it alone is no letter. */
export const letterOpening = 'Dag {naam},'

/** What an organiser writes to all or some. */
export const letterSchema = z.object({
  subject: subject.pipe(filled),
  text: text.pipe(filled.refine((written) => written !== letterOpening, reason('missing'))),
  to: letterSelectionSchema,
})
export type LetterInput = z.output<typeof letterSchema>
