import { longDate, timeRange } from '@/lib/platform/time'
import { Layout } from './layout'
import { oneLine } from './one-line'
import { type ParticipantMail, type StandardText, sampleMail } from './participant-mail'
import { Chapter, MailTo, Moment, PageLink, Paragraph, SmallPrint, TakePart, Title } from './parts'
import { fillIn, Prose } from './prose'

export type ReleaseMail = ParticipantMail & { release: NonNullable<ParticipantMail['release']> }

export const standard: StandardText = {
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
      footer={<SmallPrint>Je krijgt deze mail omdat je bent aangemeld voor deze kennissessie.</SmallPrint>}
    >
      <Title>De link en de agenda</Title>
      <Prose text={text} values={values} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <TakePart url={release.takePartUrl} />

      <Chapter>Agenda</Chapter>
      <Prose text={release.agenda} />

      <Chapter>Kun je toch niet?</Chapter>
      <Paragraph>
        Mail {oneLine(contact.name)}: <MailTo address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

export const sample: ReleaseMail = { ...sampleMail, ...standard }
