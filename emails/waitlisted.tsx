import { formatDeadline, longDate } from '@/lib/platform/time'
import { MailtoLink, PageLink, Paragraph, SectionHeading, SessionTime, SmallPrint, Steps, Title } from './parts/blocks'
import { Layout } from './parts/layout'
import { oneLine } from './parts/one-line'
import {
  type MailTemplate,
  type ParticipantMail,
  type QuestionStatus,
  questionChangedLateWaitlisted,
  sampleMail,
} from './parts/participant-mail'
import { fillPlaceholders, Prose } from './parts/prose'
import { type RegistrationDetails, RegistrationSummary, sampleRegistrationDetails } from './parts/registration-details'
import { TransfereeFooter, TransferNotice, type TransferNoticeProps } from './parts/transfer-notice'

export type WaitlistedMail = ParticipantMail &
  RegistrationDetails &
  QuestionStatus &
  TransferNoticeProps & {
    /** From then on signing up is closed, and no place is offered any more. */
    closesAt: Date
  }

export const defaultTemplate: MailTemplate = {
  subject: 'Je staat op de wachtlijst voor de kennissessie {kennissessie}',
  text: `Dag {naam},

De kennissessie {kennissessie} van {organisator} is vol. Je staat op de wachtlijst.`,
}

/** At once after signing up for what is full: how somebody still gets a place, and all answers back. */
export default function Waitlisted(props: WaitlistedMail) {
  const { text, values, session, contact, url, closesAt } = props
  return (
    <Layout
      title={fillPlaceholders(props.subject, values)}
      preview={`Komt er een plek vrij voor ${longDate(session.startsAt)}? Dan krijg je een mail.`}
      selfServiceLinks={props.selfServiceLinks}
      footer={
        props.transferredFrom ? (
          <TransfereeFooter {...props} />
        ) : (
          <SmallPrint>Je krijgt deze mail omdat dit adres is ingevuld bij je aanmelding.</SmallPrint>
        )
      }
    >
      <Title>Je staat op de wachtlijst</Title>
      <Prose text={text} values={values} />
      <TransferNotice {...props} />
      <SessionTime startsAt={session.startsAt} endsAt={session.endsAt} />

      <SectionHeading>Hoe krijg je een plek?</SectionHeading>
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
        Dit kan {formatDeadline(closesAt)}. Is er dan geen plek vrijgekomen? Dan kun je helaas niet meedoen. Je krijgt
        daar geen aparte mail over.
      </Paragraph>

      {props.hasQuestion ? (
        <>
          <SectionHeading>Je vraag</SectionHeading>
          <Paragraph>{questionStatusText(props)}</Paragraph>
        </>
      ) : null}

      <RegistrationSummary {...props} />

      <SectionHeading>Klopt er iets niet, of wil je van de lijst af?</SectionHeading>
      <Paragraph>
        Je kunt je aanmelding zelf wijzigen, of je afmelden. De links staan onderaan deze mail. Kom je er niet uit? Mail{' '}
        {oneLine(contact.name)}: <MailtoLink address={contact.address} />. Je kunt ook deze mail beantwoorden.
      </Paragraph>
      <Paragraph>
        <PageLink url={url} />
      </Paragraph>
    </Layout>
  )
}

function questionStatusText({ askedBeforeDeadline, textAtDeadline }: WaitlistedMail): string {
  if (askedBeforeDeadline && textAtDeadline) return questionChangedLateWaitlisted
  return askedBeforeDeadline
    ? 'Je bent op tijd met je vraag. Krijg je een plek, dan komt hij zeker aan bod.'
    : 'Je vraag kwam na de vragentermijn. Krijg je een plek, dan behandelen we hem als dat lukt.'
}

export const sample: WaitlistedMail = {
  ...sampleMail,
  ...defaultTemplate,
  ...sampleRegistrationDetails,
  hasSeat: false,
  transferredFrom: null,
  release: null,
  askedBeforeDeadline: true,
  textAtDeadline: null,
  hasQuestion: true,
  closesAt: new Date('2022-10-31T23:00:00Z'),
}
