import { longDate, timeRange } from '@/lib/platform/time'
import {
  CannotAttendSection,
  RegisteredFooter,
  SectionHeading,
  SessionTime,
  TakePartButton,
  Title,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type ReleaseMail = ParticipantMail & { release: NonNullable<ParticipantMail['release']> }

export const defaultTemplate: MailTemplate = {
  subject: 'De link en de agenda voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Hier zijn de link en de agenda van de kennissessie {kennissessie}.`,
}

/** When the organiser released link and agenda. */
export default function Release(props: ReleaseMail) {
  const { text, values, session, contact, url, release } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.`}
      selfServiceLinks={props.selfServiceLinks}
      footer={<RegisteredFooter organiser={values.organisator} />}
    >
      <Title>De link en de agenda</Title>
      <Prose text={text} values={values} />
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <TakePartButton url={release.takePartUrl} />

      <SectionHeading>Agenda</SectionHeading>
      <Prose text={release.agenda} />

      <CannotAttendSection contact={contact} url={url} />
    </Layout>
  )
}

export const sample: ReleaseMail = { ...sampleMail, ...defaultTemplate }
