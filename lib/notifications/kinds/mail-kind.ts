import type { MailTemplate } from '@/emails/parts/participant-mail'
import type { Sample } from '@/emails/parts/sample-data'
import type { Prisma } from '@/lib/db/client'
import type { MessageDetails } from '@/lib/outbox/message-details'
import type { RenderedMail } from '@/lib/outbox/render-and-store'

/**
 * Status that a participant must have to get the mail. `waitlisted`: on the waitlist without an offered seat. `offered`:
 * with an offered seat. `registered`: not cancelled. `chosen`: a status that the organiser selected for the custom message.
 */
type ParticipantAudience = 'seated' | 'waitlisted' | 'offered' | 'registered' | 'cancelled' | 'chosen' | 'anyone'

export type SchedulingTimes = Pick<
  Prisma.SessionModel,
  'startsAt' | 'endsAt' | 'questionDeadlineAt' | 'registrationClosesAt'
>

/** The session's settings that switch its scheduled mails on or off. */
export type ScheduleSettings = Pick<
  Prisma.NotificationSettingsModel,
  | 'remindWeekBefore'
  | 'remindDayBefore'
  | 'remindHourBefore'
  | 'remindOrganisers'
  | 'notifyWaitlist'
  | 'followUpAudience'
>

export type ScheduleWindow = {
  dueAt: Date
  /** The scheduled mail must not be sent at or after this instant. */
  expiresAt: Date
  /** Skips participants who got a confirmation at or after this instant: that mail already states the session times. */
  confirmedBefore?: Date
  /** The scheduled mail skips participants who registered at or after this instant. */
  registeredBefore?: Date
}

type Schedule = {
  setting: keyof ScheduleSettings
  /** Returns when the scheduled mail is due and when it expires, computed from the session times. */
  window: (times: SchedulingTimes) => ScheduleWindow
  /** The mail is sent only `before` link and agenda are released, or only if released before the mail is due (`after`). */
  release?: 'before' | 'after'
  /** Each participant gets the mail once, even if the session is rescheduled afterwards. */
  oncePerSession?: true
}

export type RenderContext = {
  now: Date
  siteUrl: string
  /** Subject and text to use instead of the session's template: a custom message, or an unsaved text in a preview. */
  draft?: MailTemplate
}

export type MessageToRender = Pick<
  Prisma.MessageModel,
  'id' | 'kind' | 'sessionId' | 'registrationId' | 'organiserId' | 'customMessageId' | 'details'
>

/** An example mail, shown as a preview or sent as a test mail, with values that the organiser has not saved yet. */
export type SampleMail = Omit<NonNullable<MessageDetails['test']>, 'draft'> & {
  sessionId: string
  /** Registration whose data the example mail shows. Without it the mail shows a fictitious participant. */
  registrationId?: string | null
  cancelReason?: string
  rescheduledTo?: { startsAt: Date; endsAt: Date }
  /** Materials (Markdown) and evaluation link of the follow-up mail. */
  afterwards?: { materials: string; evaluationUrl: string | null }
  /** The organiser's request to a participant to clarify an agenda question. */
  ask?: string
}

/** The declaration of a mail kind: who gets it, when it may be sent, and how it is rendered. */
export type MailKind = {
  /** Name of the mail kind in URLs and dedupe keys. Must never change, because stored messages and saved links hold it. */
  slug: string
  /** Dutch name of the mail kind in the admin area; `null` for kinds that belong to no session. */
  label: string | null
  /**
   * Who gets the mail: participants by status, organisers who can log in, or the organiser whose account it is about.
   */
  audience: ParticipantAudience | 'organisers' | 'accountHolder'
  /** Default subject and text of the mail, which a session can override; `null` for a fixed text or a custom message. */
  defaultTemplate: MailTemplate | null
  notResendable?: true
  /** Goes before other mail: the receiver waits for it (`awaited`), or it would soon come too late (`timely`). */
  urgency?: 'awaited' | 'timely'
  /** The mail may be sent after the session ended. */
  afterSession?: true
  /** The mail may be sent after the session was cancelled. */
  afterCancellation?: true
  /** The mail states the session times, so its receiver counts as notified of them. */
  statesSessionTimes?: true
  /** The mail repeats answers of the participant. Erasing the answers erases its text too. */
  quotesParticipant?: true
  schedule?: Schedule
  /** The receiver of a mail about a change of e-mail address: the requested address or the former one. */
  emailChange?: 'requestedAddress' | 'formerAddress'
  /** Example mails for tests and previews in development, by variant name. The key '' is the standard variant. */
  samples: Record<string, Sample>
  /** Renders the mail of a message. Throws when a row that the message refers to is gone. */
  render(message: MessageToRender, context: RenderContext): Promise<RenderedMail>
  renderSample?(sample: SampleMail, context: RenderContext): Promise<RenderedMail>
}

/** Returns `value`, an id or detail that the mail needs. Throws an error that names the message if `value` is missing. */
export function requireReference<Value>(value: Value | null | undefined, { id, kind }: MessageToRender): Value {
  if (value === null || value === undefined) throw new Error(`message ${id} (${kind}) lacks a reference`)
  return value
}
