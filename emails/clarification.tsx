import { MultilineText, Paragraph, SectionHeading } from './parts/blocks'
import { registeredReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { sampleMail, sampleQuestion } from './parts/sample-data'
import { ContactAddress, PageParagraph, QuestionQuote } from './parts/sections'

type Props = ParticipantMail & {
  /** `null` only in a preview for a participant without an agenda question. */
  question: string | null
  /** What the organiser wants to know; may be empty. */
  ask: string
}

export const defaultTemplate: MailTemplate = {
  subject: 'Wil je je vraag toelichten? Voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Dank je wel voor je vraag voor de kennissessie {kennissessie}. Wil je hem kort toelichten? Dan begrijpt iedereen hoe het bij jullie gaat.`,
}

/** Asks a participant to clarify their agenda question. */
export default function Clarification(mail: Props) {
  return (
    <TemplateLayout
      mail={mail}
      preview="Een paar zinnen zijn genoeg. Je kunt deze mail beantwoorden."
      heading="Wil je je vraag toelichten?"
      footer={registeredReason(mail)}
    >
      <QuestionQuote question={mail.question} />
      {mail.ask ? (
        <>
          <SectionHeading>Dit willen we graag weten</SectionHeading>
          <Paragraph>
            <MultilineText text={mail.ask} />
          </Paragraph>
        </>
      ) : null}
      <SectionHeading>Zo antwoord je</SectionHeading>
      <Paragraph>
        Beantwoord deze mail, of mail <ContactAddress contact={mail.contact} />. Een paar zinnen zijn genoeg.
      </Paragraph>
      <Paragraph>Liever niet? Dan hoef je niets te doen. Je vraag blijft gewoon staan.</Paragraph>
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMail,
  ...defaultTemplate,
  question: sampleQuestion,
  ask: 'Over welke factoren gaat het bij jullie?',
}
