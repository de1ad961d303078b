import { MultilineText, Paragraph, TextSection } from '../parts/blocks'
import { registeredReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { sampleQuestion } from '../parts/sample-data'
import { ContactSection, QuestionQuote } from '../parts/sections'

export const defaultTemplate = greeting(
  'Wat er met je vraag is gedaan: kennissessie {kennissessie}',
  'Je stelde een vraag voor de kennissessie {kennissessie}. Hier lees je wat ermee is gedaan.',
)

const undecided = 'We zijn in de kennissessie niet aan je vraag toegekomen.'

const resultCopy = {
  new: undecided,
  awaitingClarification: undecided,
  clarified: undecided,
  chosen: 'Je vraag was gekozen voor de kennissessie.',
  answered: 'Je vraag is in de kennissessie beantwoord.',
  answerInWriting: 'Je krijgt nog een antwoord op schrift.',
  outOfScope: 'Je vraag paste niet bij wat we in deze kennissessie konden behandelen.',
} as const

/** Renders the mail, sent after the session, about what happened with a participant's agenda question. */
export default function QuestionResult(mail: ParticipantMail) {
  const { state = 'new', resultText = '' } = mail.agendaQuestion?.triage ?? {}
  return (
    <TemplateLayout
      mail={mail}
      preview={resultText ? 'Je stelde een vraag. Hier lees je wat ermee is gedaan.' : resultCopy[state]}
      heading="Wat er met je vraag is gedaan"
      footer={registeredReason(mail)}
      withoutCancelLink
    >
      <QuestionQuote {...mail} />
      <TextSection heading="Wat ermee is gedaan">
        <MultilineText text={resultText || resultCopy[state]} />
      </TextSection>
      <ContactSection heading="Wil je hier nog iets over kwijt?" contact={mail.contact} />
    </TemplateLayout>
  )
}

const resultOf = (state: keyof typeof resultCopy, resultText = '') => sampleQuestion({ triage: { state, resultText } })

export const variants: SampleVariants = {
  answered: resultOf('answered'),
  'in-writing': resultOf('answerInWriting'),
  'out-of-scope': resultOf('outOfScope'),
  undecided: resultOf('new'),
  'own-text': resultOf('chosen', 'We hebben je vraag doorgegeven.\nJe hoort van ons.'),
}
