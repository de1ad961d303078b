import type { MailTemplate } from '@/emails/parts/participant-mail'
import type { Sample } from '@/emails/parts/sample-data'
import type { Prisma } from '@/lib/db/client'
import type { MessageDetails } from '@/lib/outbox/message-details'
import type { RenderedMail } from '@/lib/outbox/render-and-store'

/** Participants by status. `registered`: with or without a seat; `anyone`: cancelled participants too. */
type ParticipantAudience = 'seated' | 'waitlisted' | 'offered' | 'registered' | 'cancelled' | 'anyone'

export type SchedulingTimes = Pick<Prisma.SessionModel, 'startsAt' | 'endsAt' | 'questionDeadlineAt'>

/** Session settings that switch scheduled mails on. */
export type ScheduleSettings = Pick<
  Prisma.NotificationSettingsModel,
  'remindWeekBefore' | 'remindDayBefore' | 'remindHourBefore' | 'remindOrganisers' | 'followUpAudience'
>

export type ScheduleWindow = {
  dueAt: Date
  /** From this instant on the mail must not be sent. */
  expiresAt: Date
  /** Skips participants with a confirmation since this instant, because it told them the same. */
  confirmedBefore?: Date
  /** Skips participants who registered after this instant. */
  registeredBefore?: Date
}

type Schedule = {
  setting: keyof ScheduleSettings
  /** Returns the window for these session times, so that a reschedule moves the mail. */
  window: (times: SchedulingTimes) => ScheduleWindow
  /** Sends the mail only before the first release, or only if the release came before the mail was due. */
  release?: 'before' | 'after'
  /** Sends the mail once, even if the session is rescheduled afterwards. */
  oncePerSession?: true
}

export type RenderContext = {
  now: Date
  siteUrl: string
  /** Replaces the stored template by that of a custom message, or by one that is not saved yet. */
  draft?: MailTemplate
}

export type MessageToRender = Pick<
  Prisma.MessageModel,
  'id' | 'kind' | 'sessionId' | 'registrationId' | 'organiserId' | 'customMessageId' | 'details'
>

/** A mail to preview, with data that is not saved yet. */
export type SampleMail = Omit<NonNullable<MessageDetails['test']>, 'draft'> & {
  sessionId: string
  /** Registration to render the mail for. Without it the mail shows a fictitious participant. */
  registrationId?: string | null
  cancelReason?: string
  rescheduledTo?: { startsAt: Date; endsAt: Date }
  /** Materials (Markdown) and evaluation link of the follow-up. */
  afterwards?: { materials: string; evaluationUrl: string | null }
  /** Text of a request for clarification. */
  ask?: string
}

/** Declaration of a mail kind. All lists of kinds derive from these fields. */
export type MailKind = {
  /** Name in addresses and stored dedupe keys. Never changes: links and rows hold it. */
  slug: string
  /** Name on the screens of the admin area; `null` for kinds that belong to no session. */
  label: string | null
  /** Participants, every organiser with access, or one organiser about their own account. */
  audience: ParticipantAudience | 'organisers' | 'accountHolder'
  /** Template that organisers can override per session; `null` for kinds with a fixed or free text. */
  defaultTemplate: MailTemplate | null
  notResendable?: true
  /** The mail may be sent after the session ended. */
  afterSession?: true
  /** The mail may be sent after the session was cancelled. */
  afterCancellation?: true
  /** The mail states the session times, so it counts as a notice of them. */
  statesSessionTimes?: true
  /** The mail repeats answers of the participant, so purging the answers purges the mail. */
  quotesParticipant?: true
  schedule?: Schedule
  /** The address of the EmailChangeRequest that receives the mail. */
  emailChange?: 'requestedAddress' | 'formerAddress'
  /** Samples by variant name. The key '' is the mail without variant. */
  samples: Record<string, Sample>
  /** Renders a message. Throws when a row that the message refers to is gone. */
  render(message: MessageToRender, context: RenderContext): Promise<RenderedMail>
  renderSample?(sample: SampleMail, context: RenderContext): Promise<RenderedMail>
}

/** Returns a reference of the message. Throws when it is missing. */
export function requireReference<Value>(value: Value | null | undefined, { id, kind }: MessageToRender): Value {
  if (value === null || value === undefined) throw new Error(`message ${id} (${kind}) lacks a reference`)
  return value
}
