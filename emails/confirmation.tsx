import { dayAndMonth, longDate, timeRange } from '@/lib/platform/time'
import { type FilledIn, sampleFilledIn, WhatWeKnow } from './filled-in'
import { Layout } from './layout'
import { oneLine } from './one-line'
import { type AboutQuestion, changedLater, type MailWords, type ParticipantMail, sampleMail } from './participant-mail'
import { Chapter, MailTo, Moment, PageLink, Paragraph, SmallPrint, Steps, TakePart, Title } from './parts'
import { fillIn, Prose } from './prose'
import { BecauseReceived, HandedOverBy, type Received } from './received'

export type ConfirmationMail = ParticipantMail & FilledIn & AboutQuestion & Received

export const standard: MailWords = {
  subject: 'Je bent aangemeld voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Je bent aangemeld voor de kennissessie {kennissessie} van {organisator}.`,
}

/** To who got a place from a colleague: they did nothing themselves. */
export const standardHandedOver: Partial<MailWords> = {
  subject: 'Je kreeg een plek bij de kennissessie {kennissessie}',
  text: `Dag {naam},

Je hebt een plek bij de kennissessie {kennissessie} van {organisator}.`,
}

/** At once after signing up: when it is, what happens with the question, what comes next, and all answers back. */
export default function Confirmation(props: ConfirmationMail) {
  const { text, values, session, contact, url, release } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}, online.${release ? '' : ' De link volgt per mail.'}`}
      own={props.own}
      footer={
        props.handedOverBy ? (
          <BecauseReceived {...props} />
        ) : (
          <SmallPrint>Je krijgt deze mail omdat dit adres is ingevuld bij je aanmelding.</SmallPrint>
        )
      }
    >
      <Title>{props.handedOverBy ? 'Je kreeg een plek' : 'Fijn dat je meedoet!'}</Title>
      <Prose text={text} values={values} />
      <HandedOverBy {...props} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      <Paragraph>
        Open het bestand kennissessie.ics bij deze mail om de kennissessie in je agenda te zetten. Nog iets nalezen?{' '}
        <PageLink url={url} />
      </Paragraph>

      {release ? (
        <>
          <TakePart url={release.takePartUrl} />
          <Chapter>Agenda</Chapter>
          <Prose text={release.agenda} />
        </>
      ) : null}

      {props.hasQuestion ? (
        <>
          <Chapter>Je vraag</Chapter>
          <Paragraph>{aboutQuestion(props)}</Paragraph>
        </>
      ) : null}

      <Chapter>Wat gebeurt er nu?</Chapter>
      <Steps items={nextSteps(props)} />

      <WhatWeKnow {...props} />

      <Chapter>Klopt er iets niet, of kun je toch niet?</Chapter>
      <Paragraph>
        Je kunt je aanmelding zelf wijzigen, of je afmelden. De links staan onderaan deze mail. Kom je er niet uit? Mail{' '}
        {oneLine(contact.name)}: <MailTo address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
    </Layout>
  )
}

function aboutQuestion({ questionInTime, textInTime }: ConfirmationMail): string {
  if (questionInTime && textInTime) return changedLater
  return questionInTime
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
  ...standard,
  ...sampleFilledIn,
  handedOverBy: null,
  release: null,
  questionInTime: true,
  textInTime: null,
  hasQuestion: true,
}
