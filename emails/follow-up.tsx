import { ContactSection, Paragraph, RegisteredFooter, SectionHeading, TextLink, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMailWithoutCancelLink } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type FollowUpMail = ParticipantMail & {
  /** Markdown; may be empty. */
  materials: string
  evaluationUrl: string | null
}

export const defaultTemplate: MailTemplate = {
  subject: 'Na de kennissessie {kennissessie}',
  text: `Dag {naam},

Dank je wel voor je aanmelding en je vraag voor de kennissessie {kennissessie}.`,
}

/** Afterwards: thanks, what was shown, and a few questions about how it went. */
export default function FollowUp(props: FollowUpMail) {
  const { text, values, contact, materials, evaluationUrl } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={materials ? 'Met wat we deelden, om na te lezen.' : `Van ${values.organisator}.`}
      selfServiceLinks={props.selfServiceLinks}
      footer={<RegisteredFooter organiser={values.organisator} past />}
    >
      <Title>Dank je wel!</Title>
      <Prose text={text} values={values} />
      {materials ? (
        <>
          <SectionHeading>Om na te lezen</SectionHeading>
          <Prose text={materials} />
        </>
      ) : null}
      {evaluationUrl ? (
        <>
          <SectionHeading>Hoe was het?</SectionHeading>
          <Paragraph>
            Wil je een paar vragen beantwoorden? Dan wordt de volgende kennissessie beter.{' '}
            <TextLink url={evaluationUrl}>Naar de vragen</TextLink>
          </Paragraph>
        </>
      ) : null}
      <ContactSection question="Wil je nog iets kwijt?" contact={contact} />
    </Layout>
  )
}

export const sample: FollowUpMail = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  materials: '- [De presentatie](https://example.nl/presentatie)\n- [Het stappenplan](https://example.nl/stappenplan)',
  evaluationUrl: 'https://example.nl/evaluatie',
}
