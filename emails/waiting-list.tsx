import { longDate, untilInWords } from '@/lib/platform/time'
import { type FilledIn, sampleFilledIn, WhatWeKnow } from './filled-in'
import { Layout } from './layout'
import { oneLine } from './one-line'
import {
  type AboutQuestion,
  changedLaterWaiting,
  type MailWords,
  type ParticipantMail,
  sampleMail,
} from './participant-mail'
import { Chapter, MailTo, Moment, PageLink, Paragraph, SmallPrint, Steps, Title } from './parts'
import { fillIn, Prose } from './prose'

export type WaitingListMail = ParticipantMail &
  FilledIn &
  AboutQuestion & {
    /** From then on signing up is closed, and no place is offered any more. */
    closesAt: Date
  }

export const standard: MailWords = {
  subject: 'Je staat op de wachtlijst voor de kennissessie {kennissessie}',
  text: `Dag {naam},

De kennissessie {kennissessie} van {organisator} is vol. Je staat op de wachtlijst.`,
}

/** At once after signing up for what is full: how somebody still gets a place, and all answers back. */
export default function WaitingList(props: WaitingListMail) {
  const { text, values, session, contact, url, closesAt } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview={`Komt er een plek vrij voor ${longDate(session.startsAt)}? Dan krijg je een mail.`}
      own={props.own}
      footer={<SmallPrint>Je krijgt deze mail omdat dit adres is ingevuld bij je aanmelding.</SmallPrint>}
    >
      <Title>Je staat op de wachtlijst</Title>
      <Prose text={text} values={values} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />

      <Chapter>Hoe krijg je een plek?</Chapter>
      <Steps
        items={[
          { key: 'free', step: 'Komt er een plek vrij? Dan gaat die naar wie het langst wacht.' },
          {
            key: 'mail',
            step: 'Ben jij aan de beurt? Dan krijg je een mail. We houden de plek twee dagen voor je vrij.',
          },
          { key: 'take', step: 'Neem je de plek, dan ben je aangemeld. Je krijgt dan een bevestiging.' },
        ]}
      />
      <Paragraph>
        Dit kan {untilInWords(closesAt)}. Is er dan geen plek vrijgekomen? Dan kun je helaas niet meedoen. Je krijgt
        daar geen aparte mail over.
      </Paragraph>

      {props.hasQuestion ? (
        <>
          <Chapter>Je vraag</Chapter>
          <Paragraph>{aboutQuestion(props)}</Paragraph>
        </>
      ) : null}

      <WhatWeKnow {...props} />

      <Chapter>Klopt er iets niet, of wil je van de lijst af?</Chapter>
      <Paragraph>
        Je kunt je aanmelding zelf wijzigen, of je afmelden. De links staan onderaan deze mail. Kom je er niet uit? Mail{' '}
        {oneLine(contact.name)}: <MailTo address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

function aboutQuestion({ questionInTime, textInTime }: WaitingListMail): string {
  if (questionInTime && textInTime) return changedLaterWaiting
  return questionInTime
    ? 'Je bent op tijd met je vraag. Krijg je een plek, dan komt hij zeker aan bod.'
    : 'Je vraag kwam na de vragentermijn. Krijg je een plek, dan behandelen we hem als dat lukt.'
}

export const sample: WaitingListMail = {
  ...sampleMail,
  ...standard,
  ...sampleFilledIn,
  hasPlace: false,
  release: null,
  questionInTime: true,
  textInTime: null,
  hasQuestion: true,
  closesAt: new Date('2022-10-31T23:00:00Z'),
}
