import type { MailTemplate } from '@/emails/parts/participant-mail'
import type { Sample } from '@/emails/parts/sample-data'
import type { Prisma } from '@/lib/db/client'
import type { MessageDetails } from '@/lib/outbox/message-details'
import type { RenderedMail } from '@/lib/outbox/render-and-store'

/**
 * Status that the receiver must have. `offered`: on the waitlist with an offered seat. `registered`: not cancelled.
 * `chosen`: a status to which the organiser sent the custom message.
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
  /** From this instant on the mail must not be sent. */
  expiresAt: Date
  /** Skips participants with a confirmation mail since this instant, because that mail states the same times. */
  confirmedBefore?: Date
  /** Skips participants who registered at or after this instant. */
  registeredBefore?: Date
}

type Schedule = {
  setting: keyof ScheduleSettings
  /** Returns when the mail is due and when it expires, computed from the session times. */
  window: (times: SchedulingTimes) => ScheduleWindow
  /** `before`: only sent until link and agenda are released. `after`: only sent if they were released before `dueAt`. */
  release?: 'before' | 'after'
  /** Each participant gets the mail once, even if the session is rescheduled afterwards. */
  oncePerSession?: true
}

export type RenderContext = {
  now: Date
  siteUrl: string
  /** Used instead of the stored template: the text of a custom message, or an unsaved text in a preview. */
  draft?: MailTemplate
}

export type MessageToRender = Pick<
  Prisma.MessageModel,
  'id' | 'kind' | 'sessionId' | 'registrationId' | 'organiserId' | 'customMessageId' | 'details'
>

/** The mail to show in a preview or test mail, with values that the organiser has not saved yet. */
export type SampleMail = Omit<NonNullable<MessageDetails['test']>, 'draft'> & {
  sessionId: string
  /** Registration to render the mail for. Without it the mail shows a fictitious participant. */
  registrationId?: string | null
  cancelReason?: string
  rescheduledTo?: { startsAt: Date; endsAt: Date }
  /** Materials (Markdown) and evaluation link of the follow-up mail. */
  afterwards?: { materials: string; evaluationUrl: string | null }
  /** The organiser's text in a request for clarification. */
  ask?: string
}

/** The declaration of a mail kind: who gets it, when it may be sent, and how it is rendered. */
export type MailKind = {
  /** Name in URLs and stored dedupe keys. Must never change, because sent links and stored rows hold it. */
  slug: string
  /** Name on the screens of the admin area; `null` for kinds that belong to no session. */
  label: string | null
  /**
   * Who gets the mail: participants by status, organisers who can log in, or the organiser whose account it is about.
   */
  audience: ParticipantAudience | 'organisers' | 'accountHolder'
  /** Subject and text that organisers can override per session; `null` when the text is fixed or always custom. */
  defaultTemplate: MailTemplate | null
  notResendable?: true
  /** Goes before other mail when the number of mails a minute is limited: someone waits for it, or it is soon too late. */
  urgency?: 'awaited' | 'timely'
  /** The mail may be sent after the session ended. */
  afterSession?: true
  /** The mail may be sent after the session was cancelled. */
  afterCancellation?: true
  /** The mail states the session times, so its receiver counts as notified of them. */
  statesSessionTimes?: true
  /** The mail repeats answers of the participant, so purging the answers purges the mail. */
  quotesParticipant?: true
  schedule?: Schedule
  /** Which address of the EmailChangeRequest receives the mail, for a mail about an e-mail change. */
  emailChange?: 'requestedAddress' | 'formerAddress'
  /** Sample mails for tests and previews in development, by variant name. The key '' is the standard variant. */
  samples: Record<string, Sample>
  /** Renders the mail of a message. Throws when a row that the message refers to is gone. */
  render(message: MessageToRender, context: RenderContext): Promise<RenderedMail>
  renderSample?(sample: SampleMail, context: RenderContext): Promise<RenderedMail>
}

/** Returns `value`, an id or detail of the message. Throws an error that names the message if it is missing. */
export function requireReference<Value>(value: Value | null | undefined, { id, kind }: MessageToRender): Value {
  if (value === null || value === undefined) throw new Error(`message ${id} (${kind}) lacks a reference`)
  return value
}
