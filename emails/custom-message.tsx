import { ContactSection, PageLink, Paragraph, RegisteredFooter, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { type ParticipantMail, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

/** What an organiser wrote to all or some, in their own words. */
export default function CustomMessage({ subject, text, values, contact, url, selfServiceLinks }: ParticipantMail) {
  return (
    <Layout
      title={fillPlaceholders(subject, values)}
      preview={fillPlaceholders(subject, values)}
      selfServiceLinks={selfServiceLinks}
      footer={<RegisteredFooter organiser={values.organisator} />}
    >
      <Title>{fillPlaceholders(subject, values)}</Title>
      <Prose text={text} values={values} />
      <ContactSection question="Heb je een vraag?" contact={contact} />
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: ParticipantMail = {
  ...sampleMail,
  subject: 'Lees je vast in voor {kennissessie}',
  text: 'Dag {naam},\n\nLees je vast in? [Dit stuk](https://example.nl/stuk) gaat over gemeenten zoals {gemeente}.',
}
