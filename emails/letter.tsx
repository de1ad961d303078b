import { Layout } from './layout'
import { type ParticipantMail, sampleMail } from './participant-mail'
import { AskContact, BecauseSignedUp, PageLink, Paragraph, Title } from './parts'
import { fillIn, Prose } from './prose'

/** What an organiser wrote to all or some, in their own words. */
export default function Letter({ subject, text, values, contact, url, own }: ParticipantMail) {
  return (
    <Layout
      title={fillIn(subject, values)}
      preview={fillIn(subject, values)}
      own={own}
      footer={<BecauseSignedUp organiser={values.organisator} />}
    >
      <Title>{fillIn(subject, values)}</Title>
      <Prose text={text} values={values} />
      <AskContact question="Heb je een vraag?" contact={contact} />
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
