import { Layout } from './layout'
import { type ParticipantMail, sampleMail } from './participant-mail'
import { BecauseSignedUp, CannotCome, Title } from './parts'
import { fillIn, Prose } from './prose'

/** What an organiser wrote to all or some, in their own words. */
export default function Letter({ subject, text, values, contact, url }: ParticipantMail) {
  return (
    <Layout title={fillIn(subject, values)} preview={fillIn(subject, values)} footer={<BecauseSignedUp />}>
      <Title>{fillIn(subject, values)}</Title>
      <Prose text={text} values={values} />
      <CannotCome contact={contact} url={url} />
    </Layout>
  )
}

export const sample: ParticipantMail = {
  ...sampleMail,
  subject: 'Lees je vast in voor {kennissessie}',
  text: 'Dag {naam},\n\nLees je vast in? [Dit stuk](https://example.nl/stuk) gaat over gemeenten zoals {gemeente}.',
}
