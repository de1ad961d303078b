import { z } from 'zod'
import { MessageKind } from '@/prisma/generated/enums'

/** Account changes that an organiser is mailed about. */
const accountChangeSchema = z.enum(['password', 'two-step-on', 'two-step-off', 'two-step-reset'])
export type AccountChange = z.infer<typeof accountChangeSchema>

/** Facts that only some mail kinds need, stored with the message. Instants are ISO 8601. */
const messageDetailsSchema = z.object({
  /** sessionChanged: the times that the participant last knew, if they differ. */
  before: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }).optional(),
  /** sessionChanged: number of the release that the participant last knew, if there is a later one. */
  releaseBefore: z.int().optional(),
  /** sessionChanged: whether link or agenda differ from what the participant knew. */
  linkChanged: z.boolean().optional(),
  agendaChanged: z.boolean().optional(),
  /** sessionChanged: the session's calendarSequence after the change. */
  sequence: z.int().optional(),
  /** offerExpired: no answer in time, registration closed, or an end earlier than announced. */
  offerEnd: z.enum(['unanswered', 'closed', 'sooner']).optional(),
  /** emailChangeConfirm, emailChanged: id of the EmailChangeRequest. */
  emailChangeRequestId: z.guid().optional(),
  /** confirmation, waitlisted, seatOffered, alreadyRegistered: a colleague transferred the registration. */
  isTransfer: z.boolean().optional(),
  /** registrationCancelled: cancelled by the participant, not by an organiser. */
  bySelf: z.boolean().optional(),
  /** clarification: the organiser's request (plain text). */
  ask: z.string().optional(),
  /** invitation: id of the inviting organiser. */
  invitedBy: z.string().optional(),
  /** invitation, passwordReset: version and expiry of the link. */
  tokenVersion: z.int().optional(),
  tokenExpiresAt: z.iso.datetime().optional(),
  accountChange: accountChangeSchema.optional(),
  /** test: the mail kind to show, with a release or template that is not saved yet. */
  test: z
    .object({
      kind: z.enum(MessageKind),
      agenda: z.string().optional(),
      correction: z.object({ linkChanged: z.boolean(), agendaChanged: z.boolean() }).optional(),
      draft: z.object({ subject: z.string(), text: z.string() }).optional(),
    })
    .optional(),
})
export type MessageDetails = z.infer<typeof messageDetailsSchema>

/** Reads `Message.details`. Throws when it does not fit the schema. */
export const parseDetails = (details: unknown): MessageDetails => messageDetailsSchema.parse(details ?? {})
