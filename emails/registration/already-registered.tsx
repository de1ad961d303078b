import { longDate } from '@/lib/platform/time'
import { Paragraph, SessionTime, TextSection } from '../parts/blocks'
import { transferReason } from '../parts/mail-copy'
import { oneLine } from '../parts/one-line'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { questionStatusText } from '../parts/question-status'
import { sampleTransfer } from '../parts/sample-data'
import { MailOrReply, PageParagraph, ReleaseSection } from '../parts/sections'

export const defaultTemplate = greeting(
  'Je was al aangemeld voor de kennissessie {kennissessie}',
  'Iemand heeft dit e-mailadres net weer ingevuld voor de kennissessie {kennissessie}. Waarschijnlijk was jij dat.',
)

/** Default template for a registered participant whose address a colleague entered in a transfer. */
export const defaultTemplateForTransferee = greeting(
  defaultTemplate.subject,
  'Iemand heeft dit e-mailadres net ingevuld voor de kennissessie {kennissessie}.',
)

/** Renders the mail about a repeated sign-up, or a transfer to a registered colleague. It states that nothing changed. */
export default function AlreadyRegistered(mail: ParticipantMail) {
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
        Je was al aangemeld op {longDate(mail.createdAt)}. Daar is niets aan veranderd: je antwoorden van toen gelden.
        {hasSeat ? null : ' Je staat nog op de wachtlijst.'}
      </Paragraph>
      <SessionTime {...mail.session} />
      {mail.agendaQuestion ? (
        <Paragraph>{questionStatusText(mail, hasSeat ? 'seat' : 'waitlist', 'was')}</Paragraph>
      ) : null}
      <ReleaseSection release={mail.release} />
      <PageParagraph url={mail.url} />
      <TextSection heading="Wilde je iets veranderen?">
        Dat kun je zelf: de link staat onderaan deze mail. Kom je er niet uit? <MailOrReply contact={mail.contact} />
      </TextSection>
      {transferredFrom ? null : <TextSection heading="Was je dit niet?">Dan hoef je niets te doen.</TextSection>}
    </TemplateLayout>
  )
}

export const variants: SampleVariants = { transferred: { ...defaultTemplateForTransferee, ...sampleTransfer } }
