import { longDate } from '@/lib/platform/time'
import {
  MailtoLink,
  PageLink,
  Paragraph,
  SectionHeading,
  SessionTime,
  SmallPrint,
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
  questionChangedLateWaitlisted,
  sampleMail,
} from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'
import { TransfereeFooter, type TransferNoticeProps } from './parts/transfer-notice'

export type AlreadyRegisteredMail = ParticipantMail & QuestionStatus & TransferNoticeProps & { registeredAt: Date }

export const defaultTemplate: MailTemplate = {
  subject: 'Je was al aangemeld voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Iemand heeft dit e-mailadres net weer ingevuld voor de kennissessie {kennissessie}. Waarschijnlijk was jij dat.`,
}

/** The standard text for whose address a colleague filled in. */
export const defaultTemplateForTransferee: Partial<MailTemplate> = {
  text: `Dag {naam},

Iemand heeft dit e-mailadres net ingevuld voor de kennissessie {kennissessie}.`,
}

/** To an address that signed up before: nothing has changed. */
export default function AlreadyRegistered(props: AlreadyRegisteredMail) {
  const { text, values, session, contact, hasSeat, registeredAt, hasQuestion, url, release, transferredFrom } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview="Er is niets veranderd. Je staat nog steeds op de lijst."
      selfServiceLinks={props.selfServiceLinks}
      footer={
        transferredFrom ? (
          <TransfereeFooter transferredFrom={transferredFrom} />
        ) : (
          <SmallPrint>Je krijgt deze mail omdat iemand dit adres heeft ingevuld bij een aanmelding.</SmallPrint>
        )
      }
    >
      <Title>Je was al aangemeld</Title>
      <Prose text={text} values={values} />
      {transferredFrom ? (
        <Paragraph>
          <strong>
            <bdi>{oneLine(transferredFrom)}</bdi> wilde een plek aan jou doorgeven.
          </strong>
        </Paragraph>
      ) : null}
      <Paragraph>
        Je was al aangemeld op {longDate(registeredAt)}. Daar is niets aan veranderd: je antwoorden van toen gelden.
        {hasSeat ? null : ' Je staat nog op de wachtlijst.'}
      </Paragraph>
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />
      {hasQuestion ? <Paragraph>{questionStatusText(props)}</Paragraph> : null}

      {release ? (
        <>
          <TakePartButton url={release.takePartUrl} />
          <SectionHeading>Agenda</SectionHeading>
          <Prose text={release.agenda} />
        </>
      ) : null}

      <Paragraph>
        <PageLink url={url} />
      </Paragraph>

      <SectionHeading>Wilde je iets veranderen?</SectionHeading>
      <Paragraph>
        Dat kun je zelf: de link staat onderaan deze mail. Kom je er niet uit? Mail {oneLine(contact.name)}:{' '}
        <MailtoLink address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>

      {transferredFrom ? null : (
        <>
          <SectionHeading>Was je dit niet?</SectionHeading>
          <Paragraph>Dan hoef je niets te doen.</Paragraph>
        </>
      )}
    </Layout>
  )
}

function questionStatusText({ askedBeforeDeadline, textAtDeadline, hasSeat }: AlreadyRegisteredMail): string {
  if (askedBeforeDeadline && textAtDeadline) return hasSeat ? questionChangedLate : questionChangedLateWaitlisted
  return askedBeforeDeadline
    ? `Je was op tijd met je vraag. ${hasSeat ? 'Die komt dus zeker aan bod.' : 'Krijg je een plek, dan komt die zeker aan bod.'}`
    : 'Je vraag kwam na de vragentermijn. We behandelen hem als dat lukt, maar beloven kunnen we het niet.'
}

export const sample: AlreadyRegisteredMail = {
  ...sampleMail,
  ...defaultTemplate,
  transferredFrom: null,
  registeredAt: new Date('2022-10-03T09:12:00Z'),
  askedBeforeDeadline: true,
  textAtDeadline: null,
  hasQuestion: true,
}
