import { longDate, timeRange } from '@/lib/platform/time'
import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { BecauseSignedUp, CannotCome, Chapter, Moment, Paragraph, TakePart, Title } from './parts'
import { fillIn, Prose } from './prose'

export type ReminderMail = ParticipantMail & { when: keyof typeof standard }

const titles = {
  week: 'Over een week is het zover',
  day: 'Morgen is het zover',
  hour: 'Straks is het zover',
} as const

export const standard = {
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
} satisfies Record<string, MailWords>

/** Before the session: a week, a day and an hour. Before the release it says that the link follows. */
export default function Reminder(props: ReminderMail) {
  const { text, values, session, contact, url, release, when } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.`}
      own={props.own}
      footer={<BecauseSignedUp organiser={values.organisator} />}
    >
      <Title>{titles[when]}</Title>
      <Prose text={text} values={values} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      {release ? (
        <>
          <TakePart url={release.takePartUrl} />
          <Chapter>Agenda</Chapter>
          <Prose text={release.agenda} />
        </>
      ) : (
        <Paragraph>De link en de agenda krijg je in een aparte mail.</Paragraph>
      )}
      <CannotCome contact={contact} url={url} />
    </Layout>
  )
}

export const sample: ReminderMail = { ...sampleMail, ...standard.day, when: 'day' }
