import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleFarewell } from './participant-mail'
import { AskContact, BecauseSignedUp, Chapter, Lines, Paragraph, Quote, Title } from './parts'
import { fillIn, Prose } from './prose'

export type OutcomeMail = ParticipantMail & {
  /** What the reader asked; null in a preview as somebody who asked nothing. */
  question: string | null
  state: keyof typeof outcomeWords
  /** What an organiser wrote about this very question, in place of our words; may be empty. */
  ownText: string
}

export const standard: MailWords = {
  subject: 'Wat er met je vraag is gedaan: kennissessie {kennissessie}',
  text: `Dag {naam},

Je stelde een vraag voor de kennissessie {kennissessie}. Hier lees je wat ermee is gedaan.`,
}

const undecided = 'We zijn in de kennissessie niet aan je vraag toegekomen.'

/** What we say for each state of a question. */
export const outcomeWords = {
  fresh: undecided,
  awaiting: undecided,
  clarified: undecided,
  chosen: 'Je vraag was gekozen voor de kennissessie.',
  answered: 'Je vraag is in de kennissessie beantwoord.',
  inWriting: 'Je krijgt nog een antwoord op schrift.',
  outside: 'Je vraag paste niet bij wat we in deze kennissessie konden behandelen.',
} as const

/** After the session, to each asker: what became of the question. */
export default function Outcome(props: OutcomeMail) {
  const { text, values, contact, question, state, ownText } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={ownText ? 'Je stelde een vraag. Hier lees je wat ermee is gedaan.' : outcomeWords[state]}
      own={props.own}
      footer={<BecauseSignedUp organiser={values.organisator} />}
    >
      <Title>Wat er met je vraag is gedaan</Title>
      <Prose text={text} values={values} />
      {question ? (
        <>
          <Chapter>Je vraag</Chapter>
          <Quote text={question} />
        </>
      ) : null}
      <Chapter>Wat ermee is gedaan</Chapter>
      <Paragraph>
        <Lines text={ownText || outcomeWords[state]} />
      </Paragraph>
      <AskContact question="Wil je hier nog iets over kwijt?" contact={contact} />
    </Layout>
  )
}

export const sample: OutcomeMail = {
  ...sampleFarewell,
  ...standard,
  question: 'Hoe houden we rekening met alle factoren,\nzonder terug te vallen in beleid voor doelgroepen?',
  state: 'chosen',
  ownText: '',
}
