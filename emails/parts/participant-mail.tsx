import type { ReactElement } from 'react'
import type { Mailbox } from '@/lib/platform/mail/compose'
import { type Frame, Layout } from './layout'
import { fillPlaceholders, type PlaceholderValues } from './placeholders'
import { Prose } from './prose'

/** Subject and text of a mail, with placeholders such as `{naam}`. An organiser can override both. */
export type MailTemplate = { subject: string; text: string }

/** Returns a default template whose text starts with the greeting "Dag {naam},". */
export const greeting = (subject: string, text: string): MailTemplate => ({ subject, text: `Dag {naam},\n\n${text}` })

/** Data for a mail to a participant. Each template shows a part of it. */
export type ParticipantMail = MailTemplate & {
  now: Date
  values: PlaceholderValues
  session: {
    startsAt: Date
    endsAt: Date
    registrationClosesAt: Date
    cancelledAt: Date | null
    cancelReason: string | null
    /**
     * Settings of mails about the session. `materials` (Markdown, may be empty) and `evaluationUrl` are for the follow-up
     * mail. `notifyWaitlist`: the end of the waitlist is mailed to those on it.
     */
    notificationSettings: { materials: string; evaluationUrl: string | null; notifyWaitlist: boolean } | null
  }
  contact: Mailbox
  /** URL of the public page of the session. */
  url: string
  /** Personal link to the page on which the participant views and changes the registration. */
  selfServiceUrl: string
  /** Personal link to cancel the registration, or `null` when it cannot be cancelled any more. */
  cancelUrl: string | null
  takeSeatUrl: string
  /** Personal link to the page on which a colleague with the same mailbox confirms a sign-up of their own. */
  otherColleagueUrl: string
  /** Sign-ups with the recipient's address that a colleague with the same mailbox has not confirmed yet. */
  pending: { name: string; role: string; workplace: string; createdAt: Date }[]
  /** Agenda (Markdown) and personal meeting link; `null` before their release and for waitlisted participants. */
  release: { agenda: string; takePartUrl: string } | null
  /** Whether the participant has a seat; `false` on the waitlist, also while a seat is offered. */
  hasSeat: boolean
  /** When the registration was cancelled, or `null`. After cancelling, `hasSeat` is whether the participant had a seat. */
  cancelledAt: Date | null
  createdAt: Date
  offerExpiresAt: Date | null
  name: string
  email: string
  /** CBS code of the participant's municipality; `null` for a participant of another organisation. */
  municipalityCode: string | null
  role: string
  contactWish: 'email' | 'phone' | 'none'
  phone: string | null
  needs: string | null
  answers: { text: string; question: { label: string } }[]
  askedBeforeDeadline: boolean
  /** The participant's question to discuss, or `null`. `textAtDeadline` is its text at the deadline, if changed later. */
  agendaQuestion: { text: string; textAtDeadline: string | null; triage: TriageResult | null } | null
  /** Name of the colleague who transferred the registration; `null` when the mail is not about a transfer. */
  transferredFrom: string | null
  /** Session times before the reschedule that the mail announces; `null` when the mail announces none. */
  before: { startsAt: Date; endsAt: Date } | null
  details: {
    linkChanged?: boolean
    agendaChanged?: boolean
    offerEnd?: 'unanswered' | 'closed' | 'sooner'
    /** Whether the participant, and not an organiser, cancelled the registration. */
    bySelf?: boolean
    /** What the organiser asks in a request to clarify the agenda question; may be empty. */
    ask?: string
  }
}

/** The organisers' decision about a question. `resultText` replaces the standard text in the result mail, unless empty. */
type TriageResult = {
  state: 'new' | 'awaitingClarification' | 'clarified' | 'chosen' | 'answered' | 'answerInWriting' | 'outOfScope'
  resultText: string
}

/** Exports of a module with a mail to participants. `default` is the component that renders the mail. */
export type ParticipantTemplate = {
  default: (mail: ParticipantMail) => ReactElement
  /** Default subject and text of the mail. Absent for the custom message, which an organiser writes. */
  defaultTemplate?: MailTemplate
  /** Parts of the default template that differ when a colleague transferred the registration to the recipient. */
  defaultTemplateForTransferee?: Partial<MailTemplate>
  /**
   * `sample` replaces fields of `sampleMail` in previews of this mail. Each entry of `variants` adds a named preview,
   * with its changes on top of `sample`.
   */
  sample?: Partial<ParticipantMail>
  variants?: SampleVariants
}

export type SampleVariants = Record<string, Partial<ParticipantMail>>

type TemplateMail = MailTemplate &
  Partial<Pick<ParticipantMail, 'selfServiceUrl' | 'cancelUrl'>> & { values: PlaceholderValues }

/** Renders a mail that opens with the text of its template. `withoutCancelLink` hides the link to cancel. */
export const TemplateLayout = ({
  mail,
  withoutCancelLink = false,
  children,
  ...frame
}: Frame & { mail: TemplateMail; withoutCancelLink?: boolean }) => (
  <Layout
    {...frame}
    subject={fillPlaceholders(mail.subject, mail.values)}
    selfServiceUrl={mail.selfServiceUrl}
    cancelUrl={withoutCancelLink ? null : mail.cancelUrl}
  >
    <Prose text={mail.text} values={mail.values} />
    {children}
  </Layout>
)
