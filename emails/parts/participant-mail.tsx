import type { ReactElement } from 'react'
import type { Mailbox } from '@/lib/platform/mail/compose'
import { type Frame, Layout } from './layout'
import { fillPlaceholders, type PlaceholderValues, Prose } from './prose'

/** Subject and text of a mail, with placeholders. An organiser can override both. */
export type MailTemplate = { subject: string; text: string }

/** A default template that starts with a greeting. */
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
  /** Agenda (Markdown) and the personal link; `null` before the release and for waitlisted readers. */
  release: { agenda: string; takePartUrl: string } | null
  /** `false` on the waitlist. */
  hasSeat: boolean
  createdAt: Date
  offerExpiresAt: Date | null
  name: string
  email: string
  /** CBS code; `null` at another organisation. */
  municipalityCode: string | null
  role: string
  contactWish: 'email' | 'phone' | 'none'
  phone: string | null
  needs: string | null
  answers: { text: string; question: { label: string } }[]
  askedBeforeDeadline: boolean
  /** `null` without a question. `textAtDeadline` is what it was at the question deadline, if it changed afterwards. */
  agendaQuestion: { text: string; textAtDeadline: string | null; triage: TriageResult | null } | null
  /** Name of the colleague who transferred a seat to the reader; `null` when the mail is not about a transfer. */
  transferredFrom: string | null
  /** The times that a change replaced; `null` when the session was not rescheduled. */
  before: { startsAt: Date; endsAt: Date } | null
  details: {
    linkChanged?: boolean
    agendaChanged?: boolean
    offerEnd?: 'unanswered' | 'closed' | 'sooner'
    /** The participant cancelled, not an organiser. */
    bySelf?: boolean
    /** What the organiser wants to know about the question; may be empty. */
    ask?: string
  }
}

/** `resultText` is what an organiser wrote about the question; may be empty. */
type TriageResult = {
  state: 'new' | 'awaitingClarification' | 'clarified' | 'chosen' | 'answered' | 'answerInWriting' | 'outOfScope'
  resultText: string
}

/** Module of a mail to a participant. */
export type ParticipantTemplate = {
  default: (mail: ParticipantMail) => ReactElement
  /** Absent when an organiser writes each mail. */
  defaultTemplate?: MailTemplate
  /** Replaces the default template for the receiver of a transfer. */
  defaultTemplateForTransferee?: Partial<MailTemplate>
  /** Changes to `sampleMail`, for the sample itself and for other samples by name. */
  sample?: Partial<ParticipantMail>
  variants?: SampleVariants
}

export type SampleVariants = Record<string, Partial<ParticipantMail>>

type TemplateMail = MailTemplate &
  Partial<Pick<ParticipantMail, 'selfServiceUrl' | 'cancelUrl'>> & { values: PlaceholderValues }

/** A mail that opens with its adaptable text. `withoutCancelLink` is for mails after which there is nothing to cancel. */
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
