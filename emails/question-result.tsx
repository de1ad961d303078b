import {
  ContactSection,
  MultilineText,
  Paragraph,
  Quote,
  RegisteredFooter,
  SectionHeading,
  Title,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMailWithoutCancelLink } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type QuestionResultMail = ParticipantMail & {
  /** What the reader asked; null in a preview as somebody who asked nothing. */
  question: string | null
  state: keyof typeof resultCopy
  /** What an organiser wrote about this very question, in place of our words; may be empty. */
  ownText: string
}

export const defaultTemplate: MailTemplate = {
  subject: 'Wat er met je vraag is gedaan: kennissessie {kennissessie}',
  text: `Dag {naam},

Je stelde een vraag voor de kennissessie {kennissessie}. Hier lees je wat ermee is gedaan.`,
}

const undecided = 'We zijn in de kennissessie niet aan je vraag toegekomen.'

/** What we say for each state of a question. */
export const resultCopy = {
  new: undecided,
  awaitingClarification: undecided,
  clarified: undecided,
  chosen: 'Je vraag was gekozen voor de kennissessie.',
  answered: 'Je vraag is in de kennissessie beantwoord.',
  answerInWriting: 'Je krijgt nog een antwoord op schrift.',
  outOfScope: 'Je vraag paste niet bij wat we in deze kennissessie konden behandelen.',
} as const

/** After the session, to each asker: what became of the question. */
export default function QuestionResult(props: QuestionResultMail) {
  const { text, values, contact, question, state, ownText } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={ownText ? 'Je stelde een vraag. Hier lees je wat ermee is gedaan.' : resultCopy[state]}
      selfServiceLinks={props.selfServiceLinks}
      footer={<RegisteredFooter organiser={values.organisator} />}
    >
      <Title>Wat er met je vraag is gedaan</Title>
      <Prose text={text} values={values} />
      {question ? (
        <>
          <SectionHeading>Je vraag</SectionHeading>
          <Quote text={question} />
        </>
      ) : null}
      <SectionHeading>Wat ermee is gedaan</SectionHeading>
      <Paragraph>
        <MultilineText text={ownText || resultCopy[state]} />
      </Paragraph>
      <ContactSection question="Wil je hier nog iets over kwijt?" contact={contact} />
    </Layout>
  )
}

export const sample: QuestionResultMail = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  question: 'Hoe houden we rekening met alle factoren,\nzonder terug te vallen in beleid voor doelgroepen?',
  state: 'chosen',
  ownText: '',
}
