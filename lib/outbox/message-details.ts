import { z } from 'zod'
import { registrationStatuses } from '@/lib/db/scopes'
import { MessageKind } from '@/prisma/generated/enums'

/** Changes of an organiser's account that a mail reports to that organiser. */
const accountChangeSchema = z.enum(['password', 'two-step-on', 'two-step-off', 'two-step-reset'])
export type AccountChange = z.infer<typeof accountChangeSchema>

/** What was wrong so often that an organiser's log-in was blocked: the password, or the code after the right password. */
const blockedStepSchema = z.enum(['password', 'code'])
export type BlockedStep = z.infer<typeof blockedStepSchema>

/** Facts that are stored with a message because only some mail kinds need them. Instants are ISO 8601. */
const messageDetailsSchema = z.object({
  /** Mail kind sessionChanged: session times that the participant last knew, if they differ from the new ones. */
  before: z.object({ startsAt: z.iso.datetime(), endsAt: z.iso.datetime() }).optional(),
  /** Mail kind sessionChanged: number of the release (link, agenda) that the participant knows, if there is a later one. */
  releaseBefore: z.int().optional(),
  /** Mail kind sessionChanged: whether the meeting link or the agenda differs from what the participant last knew. */
  linkChanged: z.boolean().optional(),
  agendaChanged: z.boolean().optional(),
  /** Mail kind sessionChanged: the session's calendarSequence after the change. */
  sequence: z.int().optional(),
  /** Mail kind offerExpired: why the offer of a seat ended. `sooner`: before the expiry that its mail announced. */
  offerEnd: z.enum(['unanswered', 'closed', 'sooner']).optional(),
  /** Mail kinds emailChangeConfirm and emailChanged: id of the EmailChangeRequest that the mail is about. */
  emailChangeRequestId: z.guid().optional(),
  /** Mails about a registration: true if a colleague transferred it to the participant. */
  isTransfer: z.boolean().optional(),
  /** Mail kind registrationCancelled: true if the participant cancelled, false if an organiser did. */
  bySelf: z.boolean().optional(),
  /** Mail kind clarification: the organiser's request to clarify an agenda question (plain text). */
  ask: z.string().optional(),
  /** Mail kind invitation: id of the organiser who invites. */
  invitedBy: z.string().optional(),
  /** Mail kinds invitation and passwordReset: token version and expiry of the link in the mail. */
  tokenVersion: z.int().optional(),
  tokenExpiresAt: z.iso.datetime().optional(),
  /** Mail kind passwordReset: true if the link itself holds its expiry, because several links may work at once. */
  linkHoldsExpiry: z.boolean().optional(),
  accountChange: accountChangeSchema.optional(),
  blockedStep: blockedStepSchema.optional(),
  /** Mail kind test: the kind of mail to show as an example, the status of its sample participant, and unsaved values. */
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
