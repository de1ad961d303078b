import { z } from 'zod'
import { registrationStatuses } from '@/lib/db/scopes'
import { MessageKind } from '@/prisma/generated/enums'

/** Changes of an account that the organiser gets a mail about. */
const accountChangeSchema = z.enum(['password', 'two-step-on', 'two-step-off', 'two-step-reset'])
export type AccountChange = z.infer<typeof accountChangeSchema>

/** What was wrong too often when log-ins were blocked: the password, or the code after the right password. */
const blockedStepSchema = z.enum(['password', 'code'])
export type BlockedStep = z.infer<typeof blockedStepSchema>

/** Schema of the facts that only some mail kinds need, stored with the message. Instants are ISO 8601. */
const messageDetailsSchema = z.object({
  /** sessionChanged: the session times that the participant last knew, if they differ from the new times. */
  before: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }).optional(),
  /** sessionChanged: number of the last release of link and agenda that the participant knew, if there is a later one. */
  releaseBefore: z.int().optional(),
  /** sessionChanged: whether the meeting link or the agenda differs from what the participant last knew. */
  linkChanged: z.boolean().optional(),
  agendaChanged: z.boolean().optional(),
  /** sessionChanged: the session's calendarSequence after the change. */
  sequence: z.int().optional(),
  /** offerExpired: why the offer ended: no answer in time, registration closed, or an end earlier than announced. */
  offerEnd: z.enum(['unanswered', 'closed', 'sooner']).optional(),
  /** emailChangeConfirm, emailChanged: id of the EmailChangeRequest that the mail is about. */
  emailChangeRequestId: z.guid().optional(),
  /** confirmation, waitlisted, seatOffered, alreadyRegistered: true if a colleague transferred the registration. */
  isTransfer: z.boolean().optional(),
  /** registrationCancelled: true if the participant cancelled, not an organiser. */
  bySelf: z.boolean().optional(),
  /** clarification: the organiser's request to clarify an agenda question (plain text). */
  ask: z.string().optional(),
  /** invitation: id of the inviting organiser. */
  invitedBy: z.string().optional(),
  /** invitation, passwordReset: version and expiry of the link. */
  tokenVersion: z.int().optional(),
  tokenExpiresAt: z.iso.datetime().optional(),
  /** passwordReset: true if the link itself holds its expiry, because several may work at once. */
  linkHoldsExpiry: z.boolean().optional(),
  accountChange: accountChangeSchema.optional(),
  blockedStep: blockedStepSchema.optional(),
  /** test: the mail kind of which a test mail is sent, with values not saved yet, to a sample participant with `status`. */
  test: z
    .object({
      kind: z.enum(MessageKind),
      agenda: z.string().optional(),
      correction: z.object({ linkChanged: z.boolean(), agendaChanged: z.boolean() }).optional(),
      draft: z.object({ subject: z.string(), text: z.string() }).optional(),
      status: z.enum(registrationStatuses).optional(),
    })
    .optional(),
})
export type MessageDetails = z.infer<typeof messageDetailsSchema>

/** Returns `Message.details` as typed data. Throws when `details` does not fit the schema. */
export const parseDetails = (details: unknown): MessageDetails => messageDetailsSchema.parse(details ?? {})
