import { Paragraph, Quote, SessionTime } from '../parts/blocks'
import { statusReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { QuestionStatusSection } from '../parts/question-status'
import { sampleQuestion } from '../parts/sample-data'
import { ContactSection, PageParagraph, RegistrationSummary } from '../parts/sections'

export const defaultTemplate = greeting(
  'Je aanmelding voor de kennissessie {kennissessie} is gewijzigd',
  'Je hebt je aanmelding voor de kennissessie {kennissessie} gewijzigd. Hieronder staat hoe hij nu is.',
)

/** Renders the mail that confirms the participant's own change. After the session it promises no answer to the question. */
export default function RegistrationChanged(mail: ParticipantMail) {
  const hasEnded = mail.now >= mail.session.endsAt
  const agendaQuestion = hasEnded ? null : mail.agendaQuestion
  return (
    <TemplateLayout
      mail={mail}
      preview="Hieronder staat hoe hij nu is."
      heading="Je aanmelding is gewijzigd"
      footer={statusReason(mail, hasEnded ? 'past' : 'present')}
    >
      <SessionTime {...mail.session} />
      <QuestionStatusSection mail={{ ...mail, agendaQuestion }} situation={mail.hasSeat ? 'seat' : 'waitlist'} />
      {agendaQuestion?.textAtDeadline ? (
        <>
          <Paragraph>Dit vroeg je op tijd:</Paragraph>
          <Quote text={agendaQuestion.textAtDeadline} />
        </>
      ) : null}
      <RegistrationSummary {...mail} />
      <ContactSection heading="Heb je dit niet zelf gewijzigd?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const variants: SampleVariants = {
  later: sampleQuestion({ textAtDeadline: 'Hoe begin je met inclusief beleid?' }),
}
