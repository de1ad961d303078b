import { Paragraph, Quote, SessionTime } from './parts/blocks'
import { statusReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { type QuestionStatus, QuestionStatusSection } from './parts/question-status'
import { type RegistrationDetails, RegistrationSummary } from './parts/registration-details'
import { sampleMail, sampleRegistration } from './parts/sample-data'
import { ContactSection, PageParagraph } from './parts/sections'

/** `hasEnded`: the session is over, so the mail guarantees nothing about the question. */
type Props = ParticipantMail & RegistrationDetails & QuestionStatus & { hasEnded: boolean }

export const defaultTemplate: MailTemplate = {
  subject: 'Je aanmelding voor de kennissessie {kennissessie} is gewijzigd',
  text: `Dag {naam},

Je hebt je aanmelding voor de kennissessie {kennissessie} gewijzigd. Hieronder staat hoe hij nu is.`,
}

/** Confirms a change that the participant made to their registration. */
export default function RegistrationChanged(mail: Props) {
  const { hasSeat, hasEnded, textAtDeadline } = mail
  const hasQuestion = mail.hasQuestion && !hasEnded
  return (
    <TemplateLayout
      mail={mail}
      preview="Hieronder staat hoe hij nu is."
      heading="Je aanmelding is gewijzigd"
      footer={statusReason(mail, hasEnded ? 'past' : 'present')}
    >
      <SessionTime {...mail.session} />
      <QuestionStatusSection mail={{ ...mail, hasQuestion }} situation={hasSeat ? 'seat' : 'waitlist'} />
      {hasQuestion && textAtDeadline ? (
        <>
          <Paragraph>Dit vroeg je op tijd:</Paragraph>
          <Quote text={textAtDeadline} />
        </>
      ) : null}
      <RegistrationSummary {...mail} />
      <ContactSection heading="Heb je dit niet zelf gewijzigd?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMail,
  ...defaultTemplate,
  ...sampleRegistration,
  hasEnded: false,
}
