import { Layout } from './layout'
import { oneLine } from './one-line'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { BecauseSignedUp, Chapter, Lines, MailTo, PageLink, Paragraph, Quote, Title } from './parts'
import { fillIn, Prose } from './prose'

export type ClarificationMail = ParticipantMail & {
  /** What the reader asked; null in a preview as somebody who asked nothing. */
  question: string | null
  /** What the organiser wants to know, may be empty. */
  ask: string
}

export const standard: MailWords = {
  subject: 'Wil je je vraag toelichten? Voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Dank je wel voor je vraag voor de kennissessie {kennissessie}. Wil je hem kort toelichten? Dan begrijpt iedereen hoe het bij jullie gaat.`,
}

/** To somebody who agreed to be mailed about a question: may we know a little more? */
export default function Clarification(props: ClarificationMail) {
  const { text, values, contact, url, question, ask } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview="Een paar zinnen zijn genoeg. Je kunt deze mail beantwoorden."
      own={props.own}
      footer={<BecauseSignedUp organiser={values.organisator} />}
    >
      <Title>Wil je je vraag toelichten?</Title>
      <Prose text={text} values={values} />
      {question ? (
        <>
          <Chapter>Je vraag</Chapter>
          <Quote text={question} />
        </>
      ) : null}
      {ask ? (
        <>
          <Chapter>Dit willen we graag weten</Chapter>
          <Paragraph>
            <Lines text={ask} />
          </Paragraph>
        </>
      ) : null}
      <Chapter>Zo antwoord je</Chapter>
      <Paragraph>
        Beantwoord deze mail, of mail {oneLine(contact.name)}: <MailTo address={contact.address} />. Een paar zinnen
        zijn genoeg.
      </Paragraph>
      <Paragraph>Liever niet? Dan hoef je niets te doen. Je vraag blijft gewoon staan.</Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: ClarificationMail = {
  ...sampleMail,
  ...standard,
  question: 'Hoe houden we rekening met alle factoren,\nzonder terug te vallen in beleid voor doelgroepen?',
  ask: 'Over welke factoren gaat het bij jullie?',
}
