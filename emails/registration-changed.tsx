import {
  ContactSection,
  PageLink,
  Paragraph,
  Quote,
  RegisteredFooter,
  SectionHeading,
  SessionTime,
  Title,
  WaitlistedFooter,
} from './parts/blocks'
import { Layout } from './parts/layout'
import {
  type MailTemplate,
  type ParticipantMail,
  type QuestionStatus,
  questionChangedLate,
  questionChangedLateWaitlisted,
  sampleMail,
} from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'
import { type RegistrationDetails, RegistrationSummary, sampleRegistrationDetails } from './parts/registration-details'

export type RegistrationChangedMail = ParticipantMail &
  RegistrationDetails &
  QuestionStatus & {
    /** The kennissessie has been: nothing is promised about it any more. */
    hasEnded: boolean
  }

export const defaultTemplate: MailTemplate = {
  subject: 'Je aanmelding voor de kennissessie {kennissessie} is gewijzigd',
  text: `Dag {naam},

Je hebt je aanmelding voor de kennissessie {kennissessie} gewijzigd. Hieronder staat hoe hij nu is.`,
}

/** Some minutes after somebody changed their own sign-up: what stands in it now, and what still is promised. */
export default function RegistrationChanged(props: RegistrationChangedMail) {
  const { text, values, session, contact, url, hasSeat, textAtDeadline, hasEnded } = props
  const hasQuestion = props.hasQuestion && !hasEnded
  const FooterReason = hasSeat ? RegisteredFooter : WaitlistedFooter
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview="Hieronder staat hoe hij nu is."
      selfServiceLinks={props.selfServiceLinks}
      footer={<FooterReason organiser={values.organisator} past={hasEnded} />}
    >
      <Title>Je aanmelding is gewijzigd</Title>
      <Prose text={text} values={values} />
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      {hasQuestion ? (
        <>
          <SectionHeading>Je vraag</SectionHeading>
          <Paragraph>{questionStatusText(props)}</Paragraph>
        </>
      ) : null}
      {hasQuestion && textAtDeadline ? (
        <>
          <Paragraph>Dit vroeg je op tijd:</Paragraph>
          <Quote text={textAtDeadline} />
        </>
      ) : null}

      <RegistrationSummary {...props} />

      <ContactSection question="Heb je dit niet zelf gewijzigd?" contact={contact} />
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

function questionStatusText({ askedBeforeDeadline, textAtDeadline, hasSeat }: RegistrationChangedMail): string {
  if (askedBeforeDeadline && textAtDeadline) return hasSeat ? questionChangedLate : questionChangedLateWaitlisted
  const guarantee = hasSeat ? 'Die komt dus zeker aan bod.' : 'Krijg je een plek, dan komt die zeker aan bod.'
  return askedBeforeDeadline
    ? `Je bent op tijd met je vraag. ${guarantee}`
    : 'Je vraag kwam na de vragentermijn. We behandelen hem als dat lukt, maar beloven kunnen we het niet.'
}

export const sample: RegistrationChangedMail = {
  ...sampleMail,
  ...defaultTemplate,
  ...sampleRegistrationDetails,
  askedBeforeDeadline: true,
  textAtDeadline: null,
  hasQuestion: true,
  hasEnded: false,
}
