import { dayAndMonth, longDate, timeRange } from '@/lib/platform/time'
import {
  MailtoLink,
  PageLink,
  Paragraph,
  SectionHeading,
  SessionTime,
  SmallPrint,
  Steps,
  TakePartButton,
  Title,
} from './parts/blocks'
import { Layout } from './parts/layout'
import { oneLine } from './parts/one-line'
import {
  type MailTemplate,
  type ParticipantMail,
  type QuestionStatus,
  questionChangedLate,
  sampleMail,
} from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'
import { type RegistrationDetails, RegistrationSummary, sampleRegistrationDetails } from './parts/registration-details'
import { TransfereeFooter, TransferNotice, type TransferNoticeProps } from './parts/transfer-notice'

export type ConfirmationMail = ParticipantMail & RegistrationDetails & QuestionStatus & TransferNoticeProps

export const defaultTemplate: MailTemplate = {
  subject: 'Je bent aangemeld voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Je bent aangemeld voor de kennissessie {kennissessie} van {organisator}.`,
}

/** To who got a place from a colleague: they did nothing themselves. */
export const defaultTemplateForTransferee: Partial<MailTemplate> = {
  subject: 'Je kreeg een plek bij de kennissessie {kennissessie}',
  text: `Dag {naam},

Je hebt een plek bij de kennissessie {kennissessie} van {organisator}.`,
}

/** At once after signing up: when it is, what happens with the question, what comes next, and all answers back. */
export default function Confirmation(props: ConfirmationMail) {
  const { text, values, session, contact, url, release } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.${release ? '' : ' De link volgt per mail.'}`}
      selfServiceLinks={props.selfServiceLinks}
      footer={
        props.transferredFrom ? (
          <TransfereeFooter {...props} />
        ) : (
          <SmallPrint>Je krijgt deze mail omdat dit adres is ingevuld bij je aanmelding.</SmallPrint>
        )
      }
    >
      <Title>{props.transferredFrom ? 'Je kreeg een plek' : 'Fijn dat je meedoet!'}</Title>
      <Prose text={text} values={values} />
      <TransferNotice {...props} />
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Open het bestand kennissessie.ics bij deze mail om de kennissessie in je agenda te zetten. Nog iets nalezen?{' '}
        <PageLink url={url} />
      </Paragraph>

      {release ? (
        <>
          <TakePartButton url={release.takePartUrl} />
          <SectionHeading>Agenda</SectionHeading>
          <Prose text={release.agenda} />
        </>
      ) : null}

      {props.hasQuestion ? (
        <>
          <SectionHeading>Je vraag</SectionHeading>
          <Paragraph>{questionStatusText(props)}</Paragraph>
        </>
      ) : null}

      <SectionHeading>Wat gebeurt er nu?</SectionHeading>
      <Steps items={nextSteps(props)} />

      <RegistrationSummary {...props} />

      <SectionHeading>Klopt er iets niet, of kun je toch niet?</SectionHeading>
      <Paragraph>
        Je kunt je aanmelding zelf wijzigen, of je afmelden. De links staan onderaan deze mail. Kom je er niet uit? Mail{' '}
        {oneLine(contact.name)}: <MailtoLink address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
    </Layout>
  )
}

function questionStatusText({ askedBeforeDeadline, textAtDeadline }: ConfirmationMail): string {
  if (askedBeforeDeadline && textAtDeadline) return questionChangedLate
  return askedBeforeDeadline
    ? 'Je bent op tijd met je vraag. Die komt dus zeker aan bod.'
    : 'Je vraag kwam na de vragentermijn. We behandelen hem als dat lukt, maar beloven kunnen we het niet.'
}

function nextSteps({ contactWish, phone, session, release, hasQuestion }: ConfirmationMail) {
  const contact = {
    email: 'Misschien mailen we je over je vraag. Dan vragen we je om een korte toelichting.',
    phone: `Misschien bellen we je over je vraag, op ${oneLine(phone ?? 'het nummer dat je gaf')}. Dan vragen we je om een korte toelichting.`,
    none: 'Over je vraag nemen we geen contact met je op. Zo staat het in je aanmelding.',
  }[contactWish]
  return [
    ...(hasQuestion ? [{ key: 'contact', step: contact }] : []),
    ...(release ? [] : [{ key: 'link', step: 'Vóór de kennissessie krijg je een mail met de link en de agenda.' }]),
    { key: 'session', step: `Op ${dayAndMonth(session.startsAt)} schuif je aan.` },
  ]
}

export const sample: ConfirmationMail = {
  ...sampleMail,
  ...defaultTemplate,
  ...sampleRegistrationDetails,
  transferredFrom: null,
  release: null,
  askedBeforeDeadline: true,
  textAtDeadline: null,
  hasQuestion: true,
}
