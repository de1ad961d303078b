import { longDate, timeRange } from '@/lib/platform/time'
import { Layout } from './layout'
import { type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { BecauseSignedUp, BecauseWaiting, CannotCome, Chapter, Moment, Paragraph, TakePart, Title } from './parts'
import { fillIn, Prose } from './prose'

export type ChangedMail = ParticipantMail & {
  /** When it was, if that has changed. */
  before: { startsAt: Date; endsAt: Date } | null
  linkChanged: boolean
  agendaChanged: boolean
}

export const standard: MailWords = {
  subject: 'Er is iets veranderd aan de kennissessie {kennissessie}',
  text: `Dag {naam},

Er is iets veranderd aan de kennissessie {kennissessie}. Hieronder staat hoe het nu is.`,
}

/** Date, time, link or agenda changed: what was, what is. */
export default function Changed(props: ChangedMail) {
  const { text, values, session, contact, url, hasPlace, release, before, linkChanged, agendaChanged } = props
  const Because = hasPlace ? BecauseSignedUp : BecauseWaiting
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`Zo is het nu: ${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.`}
      own={props.own}
      footer={<Because organiser={values.organisator} />}
    >
      <Title>Er is iets veranderd</Title>
      <Prose text={text} values={values} />
      {before ? (
        <>
          <Paragraph>
            Het was: {longDate(before.startsAt)}, {timeRange(before.startsAt, before.endsAt)}.
          </Paragraph>
          <Paragraph>Het wordt:</Paragraph>
        </>
      ) : null}
      {linkChanged ? (
        <Paragraph>
          De kennissessie heeft een nieuwe link. Deze knop brengt je erheen, en die in je vorige mail doet dat ook.
        </Paragraph>
      ) : null}
      {before ? null : <Paragraph>Dag en tijd blijven gelijk:</Paragraph>}
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      {before && hasPlace ? (
        <Paragraph>
          Open het bestand kennissessie.ics bij deze mail. Dan klopt de kennissessie ook in je eigen agenda.
        </Paragraph>
      ) : null}
      {hasPlace ? null : (
        <Paragraph>Je staat nog op de wachtlijst. Komt er een plek voor je vrij, dan krijg je een mail.</Paragraph>
      )}
      {release ? <TakePart url={release.takePartUrl} /> : null}
      {/* One that did not change may name the times of before. */}
      {release && agendaChanged ? (
        <>
          <Chapter>De agenda is nieuw</Chapter>
          <Prose text={release.agenda} />
        </>
      ) : null}

      <CannotCome contact={contact} url={url} />
    </Layout>
  )
}

export const sample: ChangedMail = {
  ...sampleMail,
  ...standard,
  before: { startsAt: new Date('2022-11-01T14:00:00Z'), endsAt: new Date('2022-11-01T15:30:00Z') },
  linkChanged: true,
  agendaChanged: true,
}
