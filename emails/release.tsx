import { longDate, timeRange } from '@/lib/platform/time'
import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { BecauseSignedUp, CannotCome, Chapter, Moment, TakePart, Title } from './parts'
import { fillIn, Prose } from './prose'

export type ReleaseMail = ParticipantMail & { release: NonNullable<ParticipantMail['release']> }

export const standard: MailWords = {
  subject: 'De link en de agenda voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Hier zijn de link en de agenda van de kennissessie {kennissessie}.`,
}

/** When the organiser released link and agenda. */
export default function Release(props: ReleaseMail) {
  const { text, values, session, contact, url, release } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.`}
      own={props.own}
      footer={<BecauseSignedUp organiser={values.organisator} />}
    >
      <Title>De link en de agenda</Title>
      <Prose text={text} values={values} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <TakePart url={release.takePartUrl} />

      <Chapter>Agenda</Chapter>
      <Prose text={release.agenda} />

      <CannotCome contact={contact} url={url} />
    </Layout>
  )
}

export const sample: ReleaseMail = { ...sampleMail, ...standard }
