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
     * Content of the follow-up mail: `materials` is Markdown and may be empty. `notifyWaitlist`: a mail says when the
     * waitlist ended.
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
  /** Personal link to the page on which a colleague with the same mailbox confirms a sign-up. */
  otherColleagueUrl: string
  /** Sign-ups with this address that await that confirmation. */
  pending: { name: string; role: string; workplace: string; createdAt: Date }[]
  /** Agenda (Markdown) and personal meeting link; `null` before their release and for waitlisted participants. */
  release: { agenda: string; takePartUrl: string } | null
  /** `false` for a waitlisted participant, also with an offered seat. */
  hasSeat: boolean
  /** When the registration was cancelled, or `null`. `hasSeat` then states what it had before. */
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
  /** Question to discuss at the session, or `null`. `textAtDeadline` is its text at the deadline, if it changed later. */
  agendaQuestion: { text: string; textAtDeadline: string | null; triage: TriageResult | null } | null
  /** Name of the colleague who transferred the registration; `null` when the mail is not about a transfer. */
  transferredFrom: string | null
  /** Session times before a reschedule; `null` when they did not change. */
  before: { startsAt: Date; endsAt: Date } | null
  details: {
    linkChanged?: boolean
    agendaChanged?: boolean
    offerEnd?: 'unanswered' | 'closed' | 'sooner'
    /** Whether the participant cancelled the registration, and not an organiser. */
    bySelf?: boolean
    /** What the organiser asks in a request to clarify the agenda question; may be empty. */
    ask?: string
  }
}

/** The organisers' decision about a question. Unless empty, `resultText` replaces the standard text in the result mail. */
type TriageResult = {
  state: 'new' | 'awaitingClarification' | 'clarified' | 'chosen' | 'answered' | 'answerInWriting' | 'outOfScope'
  resultText: string
}

/** Exports of a module with a mail to participants. `default` is the component that renders the mail. */
export type ParticipantTemplate = {
  default: (mail: ParticipantMail) => ReactElement
  /** Absent for the custom message, whose subject and text an organiser writes. */
  defaultTemplate?: MailTemplate
  /** Replaces parts of the default template when a colleague transferred the registration to the recipient. */
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
