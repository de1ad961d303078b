import { z } from 'zod'
import type { MailTemplate } from '@/emails/parts/participant-mail'
import type { MessageKind } from '@/lib/outbox/schema'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** The mails of which an organiser can change the words for one session. */
export const adaptableKinds = [
  'confirmation',
  'waitlisted',
  'seatOffered',
  'offerExpired',
  'alreadyRegistered',
  'release',
  'reminderWeek',
  'reminderDay',
  'reminderHour',
  'sessionChanged',
  'sessionCancelled',
  'registrationChanged',
  'registrationCancelled',
  'linkRecovery',
  'transferred',
  'followUp',
  'questionDeadline',
  'clarification',
  'questionResult',
] as const
export type AdaptableKind = (typeof adaptableKinds)[number]

/** Those that can be seen before they go out: a letter is written anew each time. */
export type PreviewKind = AdaptableKind | 'customMessage'
const previewKindSchema = z.enum([...adaptableKinds, 'customMessage'])

/** About the address of a participant: their words are the same everywhere, for somebody's door hangs on them. */
export const emailChangeKinds = ['emailChangeConfirm', 'emailChanged'] as const
export type EmailChangeKind = (typeof emailChangeKinds)[number]
export const isEmailChangeKind = (kind: string): kind is EmailChangeKind =>
  emailChangeKinds.some((each) => each === kind)

/** The kinds that belong to a session: a test is another of them, mailed to an organiser. */
export const sessionKinds = [...adaptableKinds, 'customMessage', 'test', ...emailChangeKinds] as const
export type SessionKind = (typeof sessionKinds)[number]

/** To an organiser about their own account at the desk: these belong to no session. */
export const accountKinds = ['invitation', 'passwordReset', 'accountChanged'] as const
export type AccountKind = (typeof accountKinds)[number]

/** Names of the mail kinds in addresses and in stored dedupe keys. They never change: links and rows hold them. */
export const kindSlugs: Record<MessageKind, string> = {
  confirmation: 'confirmation',
  waitlisted: 'waiting-list',
  seatOffered: 'place-offered',
  offerExpired: 'offer-expired',
  alreadyRegistered: 'already-registered',
  release: 'release',
  reminderWeek: 'reminder-week',
  reminderDay: 'reminder-day',
  reminderHour: 'reminder-hour',
  sessionChanged: 'changed',
  sessionCancelled: 'session-cancelled',
  registrationChanged: 'registration-changed',
  registrationCancelled: 'registration-cancelled',
  linkRecovery: 'lost-link',
  transferred: 'handed-over',
  followUp: 'thanks',
  questionDeadline: 'question-deadline',
  clarification: 'clarification',
  questionResult: 'outcome',
  customMessage: 'letter',
  test: 'test',
  emailChangeConfirm: 'address-confirm',
  emailChanged: 'address-changed',
  invitation: 'invitation',
  passwordReset: 'password-reset',
  accountChanged: 'account-changed',
}

/** The mail kind with this slug, if it is one of `kinds`; `null` for anything else. */
export const kindFromSlug = <Kind extends MessageKind>(kinds: readonly Kind[], slug: unknown): Kind | null =>
  kinds.find((kind) => kindSlugs[kind] === slug) ?? null

/** Those that go out by themselves, at a moment of the session. */
export const scheduledKinds = ['reminderWeek', 'reminderDay', 'reminderHour', 'questionDeadline', 'followUp'] as const

/** Those in which a participant reads their own words again: what they typed goes from these with what they need. */
export const kindsQuotingParticipant = [
  'confirmation',
  'waitlisted',
  'registrationChanged',
  'clarification',
  'questionResult',
] as const

/**
 * Those that are not sent again from the list: a test is pressed anew, the questions stand at the desk, and who can confirm an
 * address is asked by whose it is.
 */
export const nonResendableKinds: readonly MessageKind[] = ['test', 'questionDeadline', ...emailChangeKinds]

/** Subject and text of a mail, with placeholders; the text is Markdown. */
const mailTemplateSchema: z.ZodType<MailTemplate> = z.object({ subject: z.string(), text: z.string() })

export type { MailTemplate }

/** What is another one in a release than in the one before it. */
const correctionSchema = z.object({ linkChanged: z.boolean(), agendaChanged: z.boolean() })

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
  emailChangeRequestId: z.guid().optional(),
  /** confirmation, waiting-list, place-offered, already-registered: a colleague handed it over. */
  isTransfer: z.boolean().optional(),
  /** registration-cancelled: the reader did so, and no organiser. */
  bySelf: z.boolean().optional(),
  /** clarification: what the organiser wants to know (plain text). */
  ask: z.string().optional(),
  /** invitation: who invites (id of an organiser). */
  invitedBy: z.string().optional(),
  /** invitation, password-reset: which of the reader's links it brings, and until when that works. */
  tokenVersion: z.int().optional(),
  tokenExpiresAt: z.iso.datetime().optional(),
  /** account-changed: what has just changed. */
  accountChange: accountChangeSchema.optional(),
  /** test: which mail, with what is not released and words that are not kept yet. */
  test: z
    .object({
      kind: previewKindSchema,
      agenda: z.string().optional(),
      correction: correctionSchema.optional(),
      draft: mailTemplateSchema.optional(),
    })
    .optional(),
})
export type MessageDetails = z.infer<typeof messageDetailsSchema>

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
