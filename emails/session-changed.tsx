import { longDate, timeRange } from '@/lib/platform/time'
import {
  CannotAttendSection,
  Paragraph,
  RegisteredFooter,
  SectionHeading,
  SessionTime,
  TakePartButton,
  Title,
  WaitlistedFooter,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { type MailTemplate, type ParticipantMail, sampleMail } from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'

export type SessionChangedMail = ParticipantMail & {
  /** When it was, if that has changed. */
  before: { startsAt: Date; endsAt: Date } | null
  linkChanged: boolean
  agendaChanged: boolean
}

export const defaultTemplate: MailTemplate = {
  subject: 'Er is iets veranderd aan de kennissessie {kennissessie}',
  text: `Dag {naam},

Er is iets veranderd aan de kennissessie {kennissessie}. Hieronder staat hoe het nu is.`,
}

/** Date, time, link or agenda changed: what was, what is. */
export default function SessionChanged(props: SessionChangedMail) {
  const { text, values, session, contact, url, hasSeat, release, before, linkChanged, agendaChanged } = props
  const FooterReason = hasSeat ? RegisteredFooter : WaitlistedFooter
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`Zo is het nu: ${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.`}
      selfServiceLinks={props.selfServiceLinks}
      footer={<FooterReason organiser={values.organisator} />}
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
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      {before && hasSeat ? (
        <Paragraph>
          Open het bestand kennissessie.ics bij deze mail. Dan klopt de kennissessie ook in je eigen agenda.
        </Paragraph>
      ) : null}
      {hasSeat ? null : (
        <Paragraph>Je staat nog op de wachtlijst. Komt er een plek voor je vrij, dan krijg je een mail.</Paragraph>
      )}
      {release ? <TakePartButton url={release.takePartUrl} /> : null}
      {/* One that did not change may name the times of before. */}
      {release && agendaChanged ? (
        <>
          <SectionHeading>De agenda is nieuw</SectionHeading>
          <Prose text={release.agenda} />
        </>
      ) : null}

      <CannotAttendSection contact={contact} url={url} />
    </Layout>
  )
}

export const sample: SessionChangedMail = {
  ...sampleMail,
  ...defaultTemplate,
  before: { startsAt: new Date('2022-11-01T14:00:00Z'), endsAt: new Date('2022-11-01T15:30:00Z') },
  linkChanged: true,
  agendaChanged: true,
}
