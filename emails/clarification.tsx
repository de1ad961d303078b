import {
  MailtoLink,
  MultilineText,
  PageLink,
  Paragraph,
  Quote,
  RegisteredFooter,
  SectionHeading,
  Title,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { oneLine } from './parts/one-line'
import { type MailTemplate, type ParticipantMail, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type ClarificationMail = ParticipantMail & {
  /** What the reader asked; null in a preview as somebody who asked nothing. */
  question: string | null
  /** What the organiser wants to know, may be empty. */
  ask: string
}

export const defaultTemplate: MailTemplate = {
  subject: 'Wil je je vraag toelichten? Voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Dank je wel voor je vraag voor de kennissessie {kennissessie}. Wil je hem kort toelichten? Dan begrijpt iedereen hoe het bij jullie gaat.`,
}

/** To somebody who agreed to be mailed about a question: may we know a little more? */
export default function Clarification(props: ClarificationMail) {
  const { text, values, contact, url, question, ask } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview="Een paar zinnen zijn genoeg. Je kunt deze mail beantwoorden."
      selfServiceLinks={props.selfServiceLinks}
      footer={<RegisteredFooter organiser={values.organisator} />}
    >
      <Title>Wil je je vraag toelichten?</Title>
      <Prose text={text} values={values} />
      {question ? (
        <>
          <SectionHeading>Je vraag</SectionHeading>
          <Quote text={question} />
        </>
      ) : null}
      {ask ? (
        <>
          <SectionHeading>Dit willen we graag weten</SectionHeading>
          <Paragraph>
            <MultilineText text={ask} />
          </Paragraph>
        </>
      ) : null}
      <SectionHeading>Zo antwoord je</SectionHeading>
      <Paragraph>
        Beantwoord deze mail, of mail {oneLine(contact.name)}: <MailtoLink address={contact.address} />. Een paar zinnen
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
  ...defaultTemplate,
  question: 'Hoe houden we rekening met alle factoren,\nzonder terug te vallen in beleid voor doelgroepen?',
  ask: 'Over welke factoren gaat het bij jullie?',
}
