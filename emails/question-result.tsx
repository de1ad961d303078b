import { MultilineText, Paragraph, SectionHeading } from './parts/blocks'
import { registeredReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { sampleMailWithoutCancelLink, sampleQuestion } from './parts/sample-data'
import { ContactSection, QuestionQuote } from './parts/sections'

type Props = ParticipantMail & {
  /** `null` only in a preview for a participant without an agenda question. */
  question: string | null
  state: keyof typeof resultCopy
  /** An organiser's text about this question. Replaces the standard text unless empty. */
  ownText: string
}

export const defaultTemplate: MailTemplate = {
  subject: 'Wat er met je vraag is gedaan: kennissessie {kennissessie}',
  text: `Dag {naam},

Je stelde een vraag voor de kennissessie {kennissessie}. Hier lees je wat ermee is gedaan.`,
}

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

/** Tells a participant after the session what happened with their agenda question. */
export default function QuestionResult(mail: Props) {
  const { ownText, state } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={ownText ? 'Je stelde een vraag. Hier lees je wat ermee is gedaan.' : resultCopy[state]}
      heading="Wat er met je vraag is gedaan"
      footer={registeredReason(mail)}
    >
      <QuestionQuote question={mail.question} />
      <SectionHeading>Wat ermee is gedaan</SectionHeading>
      <Paragraph>
        <MultilineText text={ownText || resultCopy[state]} />
      </Paragraph>
      <ContactSection heading="Wil je hier nog iets over kwijt?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  question: sampleQuestion,
  state: 'chosen',
  ownText: '',
}
