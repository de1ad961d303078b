import { longDate } from '@/lib/platform/time'
import { Paragraph, SectionHeading, SessionTime } from './parts/blocks'
import { transferReason } from './parts/mail-copy'
import { oneLine } from './parts/one-line'
import { type MailTemplate, type ParticipantMail, TemplateLayout, type TransferStatus } from './parts/participant-mail'
import { type QuestionStatus, questionStatusText } from './parts/question-status'
import { sampleMail, sampleQuestionStatus } from './parts/sample-data'
import { MailOrReply, PageParagraph, ReleaseSection } from './parts/sections'

type Props = ParticipantMail & QuestionStatus & TransferStatus & { registeredAt: Date }

export const defaultTemplate: MailTemplate = {
  subject: 'Je was al aangemeld voor de kennissessie {kennissessie}',
  text: `Dag {naam},

Iemand heeft dit e-mailadres net weer ingevuld voor de kennissessie {kennissessie}. Waarschijnlijk was jij dat.`,
}

/** For a reader whose address was entered by a colleague in a transfer. */
export const defaultTemplateForTransferee: Partial<MailTemplate> = {
  text: `Dag {naam},

Iemand heeft dit e-mailadres net ingevuld voor de kennissessie {kennissessie}.`,
}

/** Tells a registered participant that a second sign-up, or a transfer to them, changed nothing. */
export default function AlreadyRegistered(mail: Props) {
  const { transferredFrom, hasSeat } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview="Er is niets veranderd. Je staat nog steeds op de lijst."
      heading="Je was al aangemeld"
      footer={transferReason(mail) ?? 'Je krijgt deze mail omdat iemand dit adres heeft ingevuld bij een aanmelding.'}
    >
      {transferredFrom ? (
        <Paragraph>
          <strong>
            <bdi>{oneLine(transferredFrom)}</bdi> wilde een plek aan jou doorgeven.
          </strong>
        </Paragraph>
      ) : null}
      <Paragraph>
        Je was al aangemeld op {longDate(mail.registeredAt)}. Daar is niets aan veranderd: je antwoorden van toen
        gelden.
        {hasSeat ? null : ' Je staat nog op de wachtlijst.'}
      </Paragraph>
      <SessionTime {...mail.session} />
      {mail.hasQuestion ? (
        <Paragraph>{questionStatusText(mail, hasSeat ? 'seat' : 'waitlist', 'was')}</Paragraph>
      ) : null}
      <ReleaseSection release={mail.release} />
      <PageParagraph url={mail.url} />
      <SectionHeading>Wilde je iets veranderen?</SectionHeading>
      <Paragraph>
        Dat kun je zelf: de link staat onderaan deze mail. Kom je er niet uit? <MailOrReply contact={mail.contact} />
      </Paragraph>
      {transferredFrom ? null : (
        <>
          <SectionHeading>Was je dit niet?</SectionHeading>
          <Paragraph>Dan hoef je niets te doen.</Paragraph>
        </>
      )}
    </TemplateLayout>
  )
}

export const sample: Props = {
  ...sampleMail,
  ...defaultTemplate,
  ...sampleQuestionStatus,
  transferredFrom: null,
  registeredAt: new Date('2022-10-03T09:12:00Z'),
}
