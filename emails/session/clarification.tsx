import { MultilineText, Paragraph, TextSection } from '../parts/blocks'
import { registeredReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, TemplateLayout } from '../parts/participant-mail'
import { ContactAddress, PageParagraph, QuestionQuote } from '../parts/sections'

export const defaultTemplate = greeting(
  'Wil je je vraag toelichten? Voor de kennissessie {kennissessie}',
  'Dank je wel voor je vraag voor de kennissessie {kennissessie}. Wil je hem kort toelichten? Dan begrijpt iedereen hoe het bij jullie gaat.',
)

/** Renders the mail that asks a participant to clarify their agenda question. */
export default function Clarification(mail: ParticipantMail) {
  return (
    <TemplateLayout
      mail={mail}
      preview="Een paar zinnen zijn genoeg. Je kunt deze mail beantwoorden."
      heading="Wil je je vraag toelichten?"
      footer={registeredReason(mail)}
    >
      <QuestionQuote {...mail} />
      {mail.details.ask ? (
        <TextSection heading="Dit willen we graag weten">
          <MultilineText text={mail.details.ask} />
        </TextSection>
      ) : null}
      <TextSection heading="Zo antwoord je">
        Beantwoord deze mail, of mail <ContactAddress contact={mail.contact} />. Een paar zinnen zijn genoeg.
      </TextSection>
      <Paragraph>Liever niet? Dan hoef je niets te doen. Je vraag blijft gewoon staan.</Paragraph>
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}
