import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleFarewell } from './participant-mail'
import { AskContact, BecauseSignedUp, Chapter, Paragraph, TextLink, Title } from './parts'
import { fillIn, Prose } from './prose'

export type ThanksMail = ParticipantMail & {
  /** Markdown; may be empty. */
  materials: string
  evaluationUrl: string | null
}

export const standard: MailWords = {
  subject: 'Na de kennissessie {kennissessie}',
  text: `Dag {naam},

Dank je wel voor je aanmelding en je vraag voor de kennissessie {kennissessie}.`,
}

/** Afterwards: thanks, what was shown, and a few questions about how it went. */
export default function Thanks(props: ThanksMail) {
  const { text, values, contact, materials, evaluationUrl } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={materials ? 'Met wat we deelden, om na te lezen.' : `Van ${values.organisator}.`}
      own={props.own}
      footer={<BecauseSignedUp organiser={values.organisator} past />}
    >
      <Title>Dank je wel!</Title>
      <Prose text={text} values={values} />
      {materials ? (
        <>
          <Chapter>Om na te lezen</Chapter>
          <Prose text={materials} />
        </>
      ) : null}
      {evaluationUrl ? (
        <>
          <Chapter>Hoe was het?</Chapter>
          <Paragraph>
            Wil je een paar vragen beantwoorden? Dan wordt de volgende kennissessie beter.{' '}
            <TextLink url={evaluationUrl}>Naar de vragen</TextLink>
          </Paragraph>
        </>
      ) : null}
      <AskContact question="Wil je nog iets kwijt?" contact={contact} />
    </Layout>
  )
}

export const sample: ThanksMail = {
  ...sampleFarewell,
  ...standard,
  materials: '- [De presentatie](https://example.nl/presentatie)\n- [Het stappenplan](https://example.nl/stappenplan)',
  evaluationUrl: 'https://example.nl/evaluatie',
}
