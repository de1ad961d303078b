import { Paragraph, SectionHeading, TextLink } from './parts/blocks'
import { registeredReason } from './parts/mail-copy'
import { type MailTemplate, type ParticipantMail, TemplateLayout } from './parts/participant-mail'
import { Prose } from './parts/prose'
import { sampleMailWithoutCancelLink } from './parts/sample-data'
import { ContactSection } from './parts/sections'

/** `materials` is Markdown and may be empty. */
type Props = ParticipantMail & { materials: string; evaluationUrl: string | null }

export const defaultTemplate: MailTemplate = {
  subject: 'Na de kennissessie {kennissessie}',
  text: `Dag {naam},

Dank je wel voor je aanmelding en je vraag voor de kennissessie {kennissessie}.`,
}

/** Thanks participants after the session, with the materials and the evaluation. */
export default function FollowUp(mail: Props) {
  const { materials, evaluationUrl } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={materials ? 'Met wat we deelden, om na te lezen.' : `Van ${mail.values.organisator}.`}
      heading="Dank je wel!"
      footer={registeredReason(mail, 'past')}
    >
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
      <ContactSection heading="Wil je nog iets kwijt?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMailWithoutCancelLink,
  ...defaultTemplate,
  materials: '- [De presentatie](https://example.nl/presentatie)\n- [Het stappenplan](https://example.nl/stappenplan)',
  evaluationUrl: 'https://example.nl/evaluatie',
}
