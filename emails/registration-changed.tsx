import { type FilledIn, sampleFilledIn, WhatWeKnow } from './filled-in'
import { Layout } from './layout'
import {
  type AboutQuestion,
  changedLater,
  changedLaterWaiting,
  type MailWords,
  type ParticipantMail,
  sampleMail,
} from './participant-mail'
import {
  AskContact,
  BecauseSignedUp,
  BecauseWaiting,
  Chapter,
  Moment,
  PageLink,
  Paragraph,
  Quote,
  Title,
} from './parts'
import { fillIn, Prose } from './prose'

export type RegistrationChangedMail = ParticipantMail &
  FilledIn &
  AboutQuestion & {
    /** The kennissessie has been: nothing is promised about it any more. */
    over: boolean
  }

export const standard: MailWords = {
  subject: 'Je aanmelding voor de kennissessie {kennissessie} is gewijzigd',
  text: `Dag {naam},

Je hebt je aanmelding voor de kennissessie {kennissessie} gewijzigd. Hieronder staat hoe hij nu is.`,
}

/** Some minutes after somebody changed their own sign-up: what stands in it now, and what still is promised. */
export default function RegistrationChanged(props: RegistrationChangedMail) {
  const { text, values, session, contact, url, hasPlace, textInTime, over } = props
  const hasQuestion = props.hasQuestion && !over
  const Because = hasPlace ? BecauseSignedUp : BecauseWaiting
  return (
    <Layout
      title={fillIn(props.subject, values)}
      preview="Hieronder staat hoe hij nu is."
      own={props.own}
      footer={<Because organiser={values.organisator} past={over} />}
    >
      <Title>Je aanmelding is gewijzigd</Title>
      <Prose text={text} values={values} />
      <Moment startsAt={session.startsAt} endsAt={session.endsAt} />
      {hasQuestion ? (
        <>
          <Chapter>Je vraag</Chapter>
          <Paragraph>{aboutQuestion(props)}</Paragraph>
        </>
      ) : null}
      {hasQuestion && textInTime ? (
        <>
          <Paragraph>Dit vroeg je op tijd:</Paragraph>
          <Quote text={textInTime} />
        </>
      ) : null}

      <WhatWeKnow {...props} />

      <AskContact question="Heb je dit niet zelf gewijzigd?" contact={contact} />
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

function aboutQuestion({ questionInTime, textInTime, hasPlace }: RegistrationChangedMail): string {
  if (questionInTime && textInTime) return hasPlace ? changedLater : changedLaterWaiting
  const promise = hasPlace ? 'Die komt dus zeker aan bod.' : 'Krijg je een plek, dan komt die zeker aan bod.'
  return questionInTime
    ? `Je bent op tijd met je vraag. ${promise}`
    : 'Je vraag kwam na de vragentermijn. We behandelen hem als dat lukt, maar beloven kunnen we het niet.'
}

export const sample: RegistrationChangedMail = {
  ...sampleMail,
  ...standard,
  ...sampleFilledIn,
  questionInTime: true,
  textInTime: null,
  hasQuestion: true,
  over: false,
}
