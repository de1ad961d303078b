import { formatDeadline, longDate } from '@/lib/platform/time'
import { Paragraph, SectionHeading, SessionTime, Steps } from '../parts/blocks'
import { addressEnteredReason, transferReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { QuestionStatusSection } from '../parts/question-status'
import { sampleOnWaitlist, sampleTransfer } from '../parts/sample-data'
import { ChangeOrCancelSection, PageParagraph, RegistrationOnPage, TransferNotice } from '../parts/sections'

export const defaultTemplate = greeting(
  'Je staat op de wachtlijst voor de kennissessie {kennissessie}',
  'De kennissessie {kennissessie} van {organisator} is vol. Je staat op de wachtlijst.',
)

/** Renders the mail that confirms a sign-up for a full session: how to get a seat, agenda question and where all data is. */
export default function Waitlisted(mail: ParticipantMail) {
  const { startsAt, registrationClosesAt, notificationSettings } = mail.session
  return (
    <TemplateLayout
      mail={mail}
      preview={`Komt er een plek vrij voor ${longDate(startsAt)}? Dan krijg je een mail.`}
      heading="Je staat op de wachtlijst"
      footer={transferReason(mail) ?? addressEnteredReason}
    >
      <TransferNotice {...mail} />
      <SessionTime {...mail.session} />
      <SectionHeading>Hoe krijg je een plek?</SectionHeading>
      <Steps
        steps={[
          'Komt er een plek vrij? Dan gaat die naar wie het langst wacht.',
          'Ben jij aan de beurt? Dan krijg je een mail. We houden de plek twee dagen voor je vrij.',
          'Neem je de plek, dan ben je aangemeld. Je krijgt dan een bevestiging.',
        ]}
      />
      <Paragraph>
        Dit kan {formatDeadline(registrationClosesAt)}. Is er dan geen plek vrijgekomen? Dan kun je helaas niet meedoen.
        {notificationSettings?.notifyWaitlist ? ' Je krijgt daar een mail over.' : ''}
      </Paragraph>
      <QuestionStatusSection mail={mail} situation="newOnWaitlist" />
      <RegistrationOnPage />
      <ChangeOrCancelSection heading="Klopt er iets niet, of wil je van de lijst af?" contact={mail.contact} />
      <PageParagraph url={mail.url} />
    </TemplateLayout>
  )
}

export const sample = sampleOnWaitlist
export const variants: SampleVariants = { transferred: sampleTransfer }
