import { z } from 'zod'
import { type RegistrationStatus, registrationStatuses } from '@/lib/db/scopes'
import { maxEmailLength } from '@/lib/platform/email-address'
import {
  emailField,
  type FieldIssue,
  multiline,
  nameField,
  optionalMultiline,
  requiredLine,
  requiredMultiline,
  unlimitedLine,
  visibleText,
} from '@/lib/platform/form-fields'
import { countCharacters } from '@/lib/platform/text'
import type { registrationRefusal } from '@/lib/sessions/rules'
import type { Question } from '@/prisma/generated/client'

/** Longest text of each field, in code points. */
export const limits = {
  name: 120,
  email: maxEmailLength,
  role: 120,
  organisation: 160,
  phone: 30,
  needs: 1000,
  answer: 2000,
  note: 2000,
} as const

/** Value of the municipality field for a participant who works for another organisation. */
export const otherOrganisation = 'other'
export const municipalityPattern = /^(GM\d{4}|other)$/

export const contactWishes = ['email', 'phone', 'none'] as const

export type FieldReason = FieldIssue | 'unknown-question'

const reason = (code: FieldReason) => code

const municipalityValue = z.string().regex(municipalityPattern, reason('invalid'))

/** Schemas of the fields that identify a participant, which several forms share. */
export const identityFields = {
  name: nameField(limits.name),
  email: emailField,
  role: requiredLine(limits.role),
}

/** A question of the registration form. `options` is empty for kind `text`. */
export type FormQuestion = Pick<Question, 'id' | 'label' | 'hint' | 'required' | 'kind' | 'options'>

function answersSchema(questions: FormQuestion[]) {
  const fields = questions.map((question) => {
    const answer = question.kind === 'text' ? multiline(limits.answer) : choiceSchema(question)
    return [question.id, question.required ? answer.pipe(visibleText) : answer] as const
  })
  return z.strictObject(Object.fromEntries(fields), reason('unknown-question'))
}

/** Schema of an answer to a choice question. Outputs the chosen options, one a line, in the order of the form. */
const choiceSchema = ({ kind, options }: FormQuestion) =>
  z
    .string(reason('missing'))
    .transform((answer) => selectedOptions(answer))
    .refine((choices) => choices.every((choice) => options.includes(choice)), reason('invalid'))
    .refine((choices) => kind === 'several' || choices.length <= 1, reason('invalid'))
    .transform((choices) => options.filter((option) => choices.includes(option)).join('\n'))

/** Returns the chosen options of an answer, which holds one a line. */
export const selectedOptions = (answer: string): string[] => answer.split('\n').filter(Boolean)

/**
 * Returns the schema of the registration form, for participants and organisers. The output has an organisation only without
 * a municipality, and a phone number only when the participant wants to be phoned.
 */
export function registrationSchema(questions: FormQuestion[]) {
  return z
    .object({
      ...identityFields,
      municipality: z.string(reason('missing')).pipe(visibleText).pipe(municipalityValue),
      organisation: unlimitedLine,
      answers: answersSchema(questions),
      contactWish: z.string(reason('missing')).pipe(z.enum(contactWishes, reason('missing'))),
      phone: unlimitedLine,
      needs: optionalMultiline(limits.needs),
    })
    .superRefine((form, context) => {
      const refuseField = (field: string, code: FieldReason) =>
        context.addIssue({ code: 'custom', path: [field], message: code })
      // A field that the form hides from this participant is not checked: they could not correct it.
      if (form.municipality === otherOrganisation) {
        if (!visibleText.safeParse(form.organisation).success) refuseField('organisation', 'missing')
        else if (countCharacters(form.organisation) > limits.organisation) refuseField('organisation', 'too-long')
      }
      if (form.contactWish !== 'phone') return
      if (!form.phone) refuseField('phone', 'missing')
      else if (countCharacters(form.phone) > limits.phone) refuseField('phone', 'too-long')
      else if (form.phone.replace(/\D/g, '').length < 8) refuseField('phone', 'invalid')
    })
    .transform(({ municipality, organisation, phone, ...form }) => ({
      ...form,
      municipalityCode: municipality === otherOrganisation ? null : municipality,
      organisation: municipality === otherOrganisation ? organisation : null,
      phone: form.contactWish === 'phone' ? phone : null,
    }))
}

/** A validated registration form. `answers` maps question ids to texts. */
export type RegistrationInput = z.output<ReturnType<typeof registrationSchema>>

/** The registration form as strings, before validation. A radio group without a choice is an empty string. */
export type RegistrationValues = Record<
  'name' | 'email' | 'municipality' | 'organisation' | 'role' | 'contactWish' | 'phone' | 'needs',
  string
> & { answers: Record<string, string> }

export { type RegistrationStatus, registrationStatuses }

type UnknownReference = 'unknown-municipality' | 'unknown-question'

export type RegisterRefusal =
  | Exclude<ReturnType<typeof registrationRefusal>, null>
  | UnknownReference
  | 'unknown-session'
  | 'registration-cancelled'
  | 'change-not-saved'

/**
 * Result of a sign-up. `isChange`: it changed an earlier submission. `isChangedLate`: it changed the agenda question after
 * the question deadline, so only the earlier text is guaranteed to be discussed.
 */
export type RegistrationResult = {
  askedBeforeDeadline: boolean
  isWaitlisted: boolean
  isChange: boolean
  isChangedLate: boolean
}

/**
 * Reasons to refuse the confirmation of a colleague's sign-up with the same address. `gone`: it was confirmed before or has
 * expired. `form-changed`: a question that was answered no longer exists.
 */
export type RegisterColleagueRefusal = 'unknown-link' | 'gone' | 'form-changed' | 'full-and-closed'

export const emailCorrectionSchema = z.object({ email: emailField })

/** Reasons to refuse a corrected address. `unknown-form`: the sign-up is no longer stored, or was sent too long ago. */
export type CorrectEmailRefusal = RegisterRefusal | 'unknown-form'

export type RateLimitRefusal = 'too-many-from-ip' | 'too-many-for-address'
export type AbuseRefusal = 'form-expired' | 'looks-automated' | 'too-quick' | RateLimitRefusal

/** Reasons to refuse a sign-up with valid fields. `unavailable`: the server could not handle it. */
export type RegistrationFormRefusal = RegisterRefusal | AbuseRefusal | 'unavailable'

/** Reasons to refuse an action because the session was cancelled or has ended. */
export type SessionEndRefusal = 'session-cancelled' | 'session-over'
export type JoinMeetingRefusal = OwnJoinRefusal | SessionEndRefusal
type OwnJoinRefusal = 'unknown-link' | 'registration-cancelled' | 'on-waiting-list' | 'not-released'

/** Reasons to refuse a change of a registration. `has-decision`: it would delete an answer that has a triage decision. */
export type UpdateRefusal = UnknownReference | 'changed-meanwhile' | 'has-decision'

/**
 * Reasons to refuse cancelling or restoring a registration, or resending its confirmation. `mail-not-relevant`: the session
 * was cancelled or has ended. `full-and-closed`: no seat is free and registration closed.
 */
export type CancellationRefusal =
  | 'unknown-registration'
  | 'changed-meanwhile'
  | 'mail-not-relevant'
  | 'not-published'
  | 'full-and-closed'

export type AdminRegistrationRefusal =
  | UpdateRefusal
  | CancellationRefusal
  | 'unknown-session'
  | 'session-cancelled'
  | 'address-taken'

/** Names of the fields of a registration, as the audit log stores them. `place` is the municipality or organisation. */
export const editableFields = ['name', 'email', 'place', 'role', 'contactWish', 'phone', 'needs', 'answers'] as const
export type ChangedField = (typeof editableFields)[number]

export type NoteFieldReason = 'missing' | 'too-long'
export type NoteRefusal = 'unknown-note' | 'changed-meanwhile' | 'not-yours'

export const noteSchema = z.object({ text: requiredMultiline(limits.note) })
