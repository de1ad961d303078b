import { longDate } from '@/lib/platform/time'
import { Layout } from './layout'
import { oneLine } from './one-line'
import {
  type AboutQuestion,
  changedLater,
  changedLaterWaiting,
  type MailWords,
  type ParticipantMail,
  sampleMail,
} from './participant-mail'
import { Chapter, MailTo, Moment, PageLink, Paragraph, SmallPrint, TakePart, Title } from './parts'
import { fillIn, Prose } from './prose'
import { BecauseReceived, type Received } from './received'

export type AlreadyRegisteredMail = ParticipantMail & AboutQuestion & Received & { registeredAt: Date }

export const standard: MailWords = {
  subject: 'Je was al aangemeld voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Iemand heeft dit e-mailadres net weer ingevuld voor de kennissessie {kennissessie}. Waarschijnlijk was jij dat.`,
}

/** The standard text for whose address a colleague filled in. */
export const standardHandedOver: Partial<MailWords> = {
  text: `Dag {naam},

Iemand heeft dit e-mailadres net ingevuld voor de kennissessie {kennissessie}.`,
}

/** To an address that signed up before: nothing has changed. */
export default function AlreadyRegistered(props: AlreadyRegisteredMail) {
  const { text, values, session, contact, hasPlace, registeredAt, hasQuestion, url, release, handedOverBy } = props
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview="Er is niets veranderd. Je staat nog steeds op de lijst."
      own={props.own}
      footer={
        handedOverBy ? (
          <BecauseReceived handedOverBy={handedOverBy} />
        ) : (
          <SmallPrint>Je krijgt deze mail omdat iemand dit adres heeft ingevuld bij een aanmelding.</SmallPrint>
        )
      }
    >
      <Title>Je was al aangemeld</Title>
      <Prose text={text} values={values} />
      {handedOverBy ? (
        <Paragraph>
          <strong>
            <bdi>{oneLine(handedOverBy)}</bdi> wilde een plek aan jou doorgeven.
          </strong>
        </Paragraph>
      ) : null}
      <Paragraph>
        Je was al aangemeld op {longDate(registeredAt)}. Daar is niets aan veranderd: je antwoorden van toen gelden.
        {hasPlace ? null : ' Je staat nog op de wachtlijst.'}
      </Paragraph>
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      {hasQuestion ? <Paragraph>{aboutQuestion(props)}</Paragraph> : null}

      {release ? (
        <>
          <TakePart url={release.takePartUrl} />
          <Chapter>Agenda</Chapter>
          <Prose text={release.agenda} />
        </>
      ) : null}

      <Paragraph>
        <PageLink url={url} />
      </Paragraph>

      <Chapter>Wilde je iets veranderen?</Chapter>
      <Paragraph>
        Dat kun je zelf: de link staat onderaan deze mail. Kom je er niet uit? Mail {oneLine(contact.name)}:{' '}
        <MailTo address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>

      {handedOverBy ? null : (
        <>
          <Chapter>Was je dit niet?</Chapter>
          <Paragraph>Dan hoef je niets te doen.</Paragraph>
        </>
      )}
    </Layout>
  )
}

function aboutQuestion({ questionInTime, textInTime, hasPlace }: AlreadyRegisteredMail): string {
  if (questionInTime && textInTime) return hasPlace ? changedLater : changedLaterWaiting
  return questionInTime
    ? `Je was op tijd met je vraag. ${hasPlace ? 'Die komt dus zeker aan bod.' : 'Krijg je een plek, dan komt die zeker aan bod.'}`
    : 'Je vraag kwam na de vragentermijn. We behandelen hem als dat lukt, maar beloven kunnen we het niet.'
}

export const sample: AlreadyRegisteredMail = {
  ...sampleMail,
  ...standard,
  handedOverBy: null,
  registeredAt: new Date('2022-10-03T09:12:00Z'),
  questionInTime: true,
  textInTime: null,
  hasQuestion: true,
}
