import { longDate, timeRange } from '@/lib/platform/time'
import {
  CannotAttendSection,
  Paragraph,
  RegisteredFooter,
  SectionHeading,
  SessionTime,
  TakePartButton,
  Title,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type ReminderMail = ParticipantMail & { when: keyof typeof defaultTemplates }

const titles = {
  week: 'Over een week is het zover',
  day: 'Morgen is het zover',
  hour: 'Straks is het zover',
} as const

export const defaultTemplates = {
  week: {
    subject: 'Over een week: de kennissessie {kennissessie}',
    text: `Dag {naam},

Over een week is de kennissessie {kennissessie}.`,
  },
  day: {
    subject: 'Morgen: de kennissessie {kennissessie}',
    text: `Dag {naam},

Morgen is de kennissessie {kennissessie}. Fijn dat je erbij bent.`,
  },
  hour: {
    subject: 'Straks: de kennissessie {kennissessie}',
    text: `Dag {naam},

Straks begint de kennissessie {kennissessie}. Tot zo!`,
  },
} satisfies Record<string, MailTemplate>

/** Before the session: a week, a day and an hour. Before the release it says that the link follows. */
export default function Reminder(props: ReminderMail) {
  const { text, values, session, contact, url, release, when } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.`}
      selfServiceLinks={props.selfServiceLinks}
      footer={<RegisteredFooter organiser={values.organisator} />}
    >
      <Title>{titles[when]}</Title>
      <Prose text={text} values={values} />
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      {release ? (
        <>
          <TakePartButton url={release.takePartUrl} />
          <SectionHeading>Agenda</SectionHeading>
          <Prose text={release.agenda} />
        </>
      ) : (
        <Paragraph>De link en de agenda krijg je in een aparte mail.</Paragraph>
      )}
      <CannotAttendSection contact={contact} url={url} />
    </Layout>
  )
}

export const sample: ReminderMail = { ...sampleMail, ...defaultTemplates.day, when: 'day' }
