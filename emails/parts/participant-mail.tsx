import type { ReactElement } from 'react'
import type { Mailbox } from '@/lib/platform/mail/mailbox'
import { type Frame, Layout } from './layout'
import { fillPlaceholders, type PlaceholderValues, Prose } from './prose'

/** Subject and text of a mail, with placeholders. An organiser can override both. */
export type MailTemplate = { subject: string; text: string }

/** Returns a default template that starts with a greeting. */
export const greeting = (subject: string, text: string): MailTemplate => ({ subject, text: `Dag {naam},\n\n${text}` })

/** Everything that a mail to a participant can state. Each template shows a part of it. */
export type ParticipantMail = MailTemplate & {
  now: Date
  values: PlaceholderValues
  session: {
    startsAt: Date
    endsAt: Date
    registrationClosesAt: Date
    cancelledAt: Date | null
    cancelReason: string | null
    /** `materials` is Markdown and may be empty. */
    notificationSettings: { materials: string; evaluationUrl: string | null } | null
  }
  contact: Mailbox
  /** Public page of the session. */
  url: string
  /** Page on which the participant sees the registration. */
  selfServiceUrl: string
  /** `null` when there is nothing left to cancel. */
  cancelUrl: string | null
  takeSeatUrl: string
  /** Agenda (Markdown) and the personal link; `null` before the release and for waitlisted participants. */
  release: { agenda: string; takePartUrl: string } | null
  /** `false` for a waitlisted participant. */
  hasSeat: boolean
  createdAt: Date
  offerExpiresAt: Date | null
  name: string
  email: string
  /** CBS code of the participant's municipality; `null` for another organisation. */
  municipalityCode: string | null
  role: string
  contactWish: 'email' | 'phone' | 'none'
  phone: string | null
  needs: string | null
  answers: { text: string; question: { label: string } }[]
  askedBeforeDeadline: boolean
  /** `null` without a question. `textAtDeadline` is the text at the question deadline, if it changed later. */
  agendaQuestion: { text: string; textAtDeadline: string | null; triage: TriageResult | null } | null
  /** Name of the colleague who transferred the registration; `null` when the mail is not about a transfer. */
  transferredFrom: string | null
  /** Session times before a reschedule; `null` when the times did not change. */
  before: { startsAt: Date; endsAt: Date } | null
  details: {
    linkChanged?: boolean
    agendaChanged?: boolean
    offerEnd?: 'unanswered' | 'closed' | 'sooner'
    /** True if the participant cancelled, not an organiser. */
    bySelf?: boolean
    /** What the organiser wants to know about the question; may be empty. */
    ask?: string
  }
}

/** `resultText` is an organiser's own text about the question; may be empty. */
type TriageResult = {
  state: 'new' | 'awaitingClarification' | 'clarified' | 'chosen' | 'answered' | 'answerInWriting' | 'outOfScope'
  resultText: string
}

/** Module of a mail to a participant. */
export type ParticipantTemplate = {
  default: (mail: ParticipantMail) => ReactElement
  /** Absent for the custom message, which an organiser writes. */
  defaultTemplate?: MailTemplate
  /** Replaces the default template for the receiver of a transfer. */
  defaultTemplateForTransferee?: Partial<MailTemplate>
  /** `sample` changes `sampleMail` for this mail. `variants` holds further changes by variant name. */
  sample?: Partial<ParticipantMail>
  variants?: SampleVariants
}

export type SampleVariants = Record<string, Partial<ParticipantMail>>

type TemplateMail = MailTemplate &
  Partial<Pick<ParticipantMail, 'selfServiceUrl' | 'cancelUrl'>> & { values: PlaceholderValues }

/** Renders a mail that opens with its adaptable text. `withoutCancelLink` hides the link to cancel. */
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
