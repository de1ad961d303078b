import type { MailTemplate } from '@/emails/parts/participant-mail'
import type { RenderedMail } from '@/lib/outbox/render-and-store'
import type { MessageKind } from '@/lib/outbox/schema'
import type { FollowUpAudience } from '@/prisma/generated/enums'

/**
 * Participants by status (`registered`: with or without a seat, `anyone`: cancelled ones too), every organiser with access,
 * or one organiser about their own account.
 */
type MailAudience =
  | 'seated'
  | 'waitlisted'
  | 'offered'
  | 'registered'
  | 'cancelled'
  | 'anyone'
  | 'organisers'
  | 'accountHolder'

export type SchedulingTimes = { startsAt: Date; endsAt: Date; questionDeadlineAt: Date }

/** Session settings that switch scheduled mails on. */
export type ScheduleSettings = {
  remindWeekBefore: boolean
  remindDayBefore: boolean
  remindHourBefore: boolean
  remindOrganisers: boolean
  followUpAudience: FollowUpAudience
}

type ScheduleWindow = {
  dueAt: Date
  /** From this instant on the mail is useless. */
  expiresAt: Date
  /** Skips participants who were mailed a confirmation since: it told the same. */
  confirmedBefore?: Date
  /** Skips participants who registered later. */
  registeredBefore?: Date
}

type Schedule = {
  setting: keyof ScheduleSettings
  window: (times: SchedulingTimes) => ScheduleWindow
  /** Sent only before the session's first release, or only if that came before the mail was due. */
  release?: 'before' | 'after'
  /** Sent once, even if the session moves afterwards. */
  oncePerSession?: true
}

export type RenderContext = {
  now: Date
  siteUrl: string
  /** Template that replaces the stored one: of a custom message, or one not saved yet. */
  draft?: MailTemplate
}

export type MessageToRender = {
  id: string
  kind: MessageKind
  sessionId: string | null
  registrationId: string | null
  organiserId: string | null
  customMessageId: string | null
  details: unknown
}

/** A mail to preview, with data that is not saved yet. */
export type SampleMail = {
  sessionId: string
  kind: MessageKind
  /** Registration to render for; sample data without it. */
  registrationId?: string | null
  agenda?: string
  /** A release after the first. */
  correction?: { linkChanged: boolean; agendaChanged: boolean }
  cancelReason?: string
  rescheduledTo?: { startsAt: Date; endsAt: Date }
  /** Contents of the follow-up. */
  afterwards?: { materials: string; evaluationUrl: string | null }
  /** Request for clarification. */
  ask?: string
}

/** Declaration of a mail kind. All lists of kinds derive from these fields. */
export type MailKind = {
  /** Name in addresses and stored dedupe keys. Never changes: links and rows hold it. */
  slug: string
  /** Name on the screens of the admin area; `null` for kinds that belong to no session. */
  label: string | null
  audience: MailAudience
  /** Template that organisers can override per session; `null` for kinds with a fixed or free text. */
  defaultTemplate: MailTemplate | null
  notResendable?: true
  /** Still makes sense after the session ended. */
  afterSession?: true
  /** Still makes sense after the session was cancelled. */
  afterCancellation?: true
  /** States the session times, so that its receiver knows them. */
  statesSessionTimes?: true
  /** Repeats what the participant filled in, so purging those data purges the mail. */
  quotesParticipant?: true
  schedule?: Schedule
  /** Goes to one of the two addresses of an EmailChangeRequest. */
  emailChange?: 'requestedAddress' | 'formerAddress'
  /** Throws when a row that the message refers to is gone. */
  render(message: MessageToRender, context: RenderContext): Promise<RenderedMail>
  renderSample?(sample: SampleMail, context: RenderContext): Promise<RenderedMail>
}

/** Returns a reference of the message. Throws when it is missing. */
export function requireReference<Value>(value: Value | null | undefined, { id, kind }: MessageToRender): Value {
  if (value === null || value === undefined) throw new Error(`message ${id} (${kind}) lacks a reference`)
  return value
}
