import { z } from 'zod'
import { cleanLine, cleanLines } from '@/lib/platform/text'

/** Room in each field, in UTF-16 code units as a browser counts them. */
export const limits = {
  name: 120,
  email: 254,
  role: 120,
  organisation: 160,
  phone: 30,
  needs: 1000,
  answer: 2000,
  note: 2000,
} as const

/** What the select sends for somebody who does not work at a gemeente. */
export const otherOrganisation = 'other'

export const contactWishes = ['email', 'phone', 'none'] as const
export type ContactWish = (typeof contactWishes)[number]

/** Why a field was refused; the sentence is written where it is shown. */
export type FieldReason = 'missing' | 'too-long' | 'invalid' | 'unknown-question'

const reason = (code: FieldReason) => code
const text = (clean: (text: string) => string, max: number) =>
  z
    .string(reason('missing'))
    .transform(clean)
    .pipe(z.string().max(max, reason('too-long')))
const line = (max: number) => text(cleanLine, max)
const lines = (max: number) => text(cleanLines, max)
// Spaces, joiners and the like alone show nothing: DI are characters that are not drawn, U+2800 is a braille cell without dots.
const required = z.string().regex(/[^\p{Z}\p{C}\p{DI}\u2800]/u, reason('missing'))
const blankToNull = (value: string) => value || null

/** A domain may have letters outside ASCII (RFC 5890); mail servers know it by the name that a URL gives it. */
function isEmail(address: string): boolean {
  const [, name, domain = ''] = address.match(/^(.*)@([\p{L}\p{M}\p{N}.-]+)$/u) ?? []
  const url = `http://${domain}`
  return URL.canParse(url) && z.email().safeParse(`${name}@${new URL(url).hostname}`).success
}

/** An address to which mail can go. */
export const emailField = line(limits.email)
  .pipe(required)
  .pipe(z.string().refine(isEmail, reason('invalid')))

/** Who somebody is, as each form asks it. */
export const identityFields = {
  name: line(limits.name).pipe(required),
  email: emailField,
  role: line(limits.role).pipe(required),
}

/** A question as the form needs to know it. An open one (`text`) has no options. */
export type FormQuestion = {
  id: string
  label: string
  hint: string | null
  required: boolean
  kind: 'text' | 'one' | 'several'
  options: string[]
}

function answersSchema(questions: FormQuestion[]) {
  const shape = Object.fromEntries(
    questions.map((question) => {
      const answer = question.kind === 'text' ? lines(limits.answer) : choiceSchema(question)
      return [question.id, question.required ? answer.pipe(required) : answer]
    }),
  )
  return z.strictObject(shape, reason('unknown-question'))
}

/** What was chosen, one a line, in the order in which the form shows it; each only once. */
const choiceSchema = ({ kind, options }: FormQuestion) =>
  z
    .string(reason('missing'))
    .transform((value) => selectedOptions(value))
    .refine((choices) => choices.every((choice) => options.includes(choice)), reason('invalid'))
    .refine((choices) => kind === 'several' || choices.length <= 1, reason('invalid'))
    .transform((choices) => options.filter((option) => choices.includes(option)).join('\n'))

/** The options that stand in an answer to a question with choices. */
export const selectedOptions = (answer: string) => answer.split('\n').filter(Boolean)

/**
 * The one schema of the sign-up form, for the browser and the server. Takes the strings of the form, gives clean
 * primitives: an organisation only without a municipality, a phone number only with the wish to be phoned.
 */
export function registrationSchema(questions: FormQuestion[]) {
  return z
    .object({
      ...identityFields,
      municipality: z
        .string(reason('missing'))
        .pipe(required)
        .pipe(z.string().regex(/^(GM\d{4}|other)$/, reason('invalid'))),
      organisation: z.string(reason('missing')).transform(cleanLine),
      answers: answersSchema(questions),
      contactWish: z.string(reason('missing')).pipe(z.enum(contactWishes, reason('missing'))),
      phone: z.string(reason('missing')).transform(cleanLine),
      needs: lines(limits.needs),
    })
    .superRefine((form, context) => {
      const refuse = (field: string, code: FieldReason) =>
        context.addIssue({ code: 'custom', path: [field], message: code })
      // What is not asked of this person is not looked at: nobody could see what to mend.
      if (form.municipality === otherOrganisation) {
        if (!required.safeParse(form.organisation).success) refuse('organisation', 'missing')
        else if (form.organisation.length > limits.organisation) refuse('organisation', 'too-long')
      }
      if (form.contactWish !== 'phone') return
      if (!form.phone) refuse('phone', 'missing')
      else if (form.phone.length > limits.phone) refuse('phone', 'too-long')
      else if (form.phone.replace(/\D/g, '').length < 8) refuse('phone', 'invalid')
    })
    .transform(({ municipality, organisation, phone, needs, ...form }) => ({
      ...form,
      municipalityCode: municipality === otherOrganisation ? null : municipality,
      organisation: municipality === otherOrganisation ? organisation : null,
      phone: form.contactWish === 'phone' ? phone : null,
      needs: blankToNull(needs),
    }))
}

/** A sign-up that may be stored. */
export type RegistrationInput = z.output<ReturnType<typeof registrationSchema>>

/** What the fields of the form hold, as strings; a radio that was not chosen is empty. */
export type RegistrationValues = Record<
  'name' | 'email' | 'municipality' | 'organisation' | 'role' | 'contactWish' | 'phone' | 'needs',
  string
> & { answers: Record<string, string> }

/** The refusals of registerParticipant. */
export type RegisterRefusal =
  | 'registration-not-open-yet'
  | 'registration-closed'
  | 'session-cancelled'
  | 'registration-cancelled'
  | 'unknown-municipality'
  | 'unknown-session'
  | 'unknown-question'

/** The refusals of takePart. */
export type JoinMeetingRefusal =
  | 'unknown-link'
  | 'registration-cancelled'
  | 'on-waiting-list'
  | 'session-cancelled'
  | 'session-over'
  | 'not-released'

/** How a sign-up stands. */
export const registrationStatuses = ['signed-up', 'offered', 'waitlisted', 'cancelled'] as const
export type RegistrationStatus = (typeof registrationStatuses)[number]

/** The refusals of checkSpam. */
export type AbuseRefusal =
  | 'form-expired'
  | 'looks-automated'
  | 'too-quick'
  | 'too-many-from-ip'
  | 'too-many-for-address'

/** Why a form that was filled in well was not taken all the same. */
export type RegistrationFormRefusal = RegisterRefusal | AbuseRefusal | 'unavailable'

/** Why what somebody filled in cannot be changed like this, whoever does it. */
export type UpdateRefusal = 'changed-meanwhile' | 'has-decision' | 'unknown-municipality' | 'unknown-question'

/** The refusals of registerByHand and changeRegistration. */
export type AdminRegistrationRefusal =
  | UpdateRefusal
  | 'unknown-session'
  | 'unknown-registration'
  | 'session-cancelled'
  | 'not-published'
  | 'mail-not-relevant'
  | 'full-and-closed'
  | 'address-taken'

/** What of a sign-up can be changed at the desk; the trail says which of these, never what they hold. */
export const editableFields = ['name', 'email', 'place', 'role', 'contactWish', 'phone', 'needs', 'answers'] as const
export type ChangedField = (typeof editableFields)[number]

/** The refusals of cancelRegistration, restoreRegistration and resendConfirmation. */
export type CancellationRefusal =
  | 'unknown-registration'
  | 'changed-meanwhile'
  | 'mail-not-relevant'
  | 'not-published'
  | 'full-and-closed'

/** Why a note was refused. */
export type NoteFieldReason = 'missing' | 'too-long'
export type NoteRefusal = 'unknown-note' | 'changed-meanwhile' | 'not-yours'

/** What an organiser notes about a sign-up, in plain text. */
export const noteSchema = z.object({ text: lines(limits.note).pipe(required) })

/** What the list of sign-ups can be sorted by; with a dash before it the other way round. */
export const registrationSortKeys = ['name', 'place', 'role', 'question', 'contact', 'created', 'state'] as const
export type RegistrationSortKey = (typeof registrationSortKeys)[number]

const sortOrders: (RegistrationSortKey | `-${RegistrationSortKey}`)[] = registrationSortKeys.flatMap((key) => [
  key,
  `-${key}` as const,
])
const optionalFilter = <Value extends string>(...values: Value[]) => z.union([z.literal(''), z.enum(values)]).catch('')

/** Room for the words that are looked for; what is beyond it does not count. */
export const maxSearchLength = 100

/** Which sign-ups an organiser asks for; empty holds nobody back, and what cannot be is as if it was not asked. */
export const registrationSearchSchema = z.object({
  text: z
    .string()
    .transform((typed) => cleanLine(typed).slice(0, maxSearchLength))
    .catch(''),
  /** A CBS code; 'other' stands for everybody who does not work at a gemeente. */
  place: z
    .string()
    .regex(/^(GM\d{4}|other)$/)
    .catch(''),
  province: z.string().max(20).catch(''),
  question: optionalFilter('in-time', 'later'),
  contact: optionalFilter(...contactWishes),
  tookPart: optionalFilter('yes', 'no'),
  state: z.enum([...registrationStatuses, 'all']).catch('signed-up'),
  order: z.enum(sortOrders).catch('-created'),
})
export type RegistrationSearch = z.output<typeof registrationSearchSchema>
export type SearchFilter = Exclude<keyof RegistrationSearch, 'order'>

/** What each part of a search is called in the address of the list, and in its form. */
export const searchParamNames = {
  text: 'zoek',
  place: 'gemeente',
  province: 'provincie',
  question: 'vraag',
  contact: 'contact',
  tookPart: 'meegedaan',
  state: 'stand',
  order: 'volgorde',
} as const satisfies Record<keyof RegistrationSearch, string>
