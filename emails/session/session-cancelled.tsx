import { MultilineText, Paragraph, SessionTime } from '../parts/blocks'
import { removeFromCalendar, statusReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { sampleOnWaitlist } from '../parts/sample-data'
import { ContactSection } from '../parts/sections'

export const defaultTemplate = greeting(
  'De kennissessie {kennissessie} gaat niet door',
  'De kennissessie {kennissessie} gaat helaas niet door.',
)

/** Renders the mail that informs participants of a cancelled session, with the reason. */
export default function SessionCancelled(mail: ParticipantMail) {
  const { hasSeat, session } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={hasSeat ? 'Haal de kennissessie uit je agenda.' : 'De wachtlijst vervalt.'}
      heading="De kennissessie gaat niet door"
      footer={statusReason(mail, 'past')}
      withoutCancelLink
    >
      <Paragraph>
        <MultilineText text={session.cancelReason ?? ''} />
      </Paragraph>
      <Paragraph>De kennissessie zou zijn op:</Paragraph>
      <SessionTime {...session} />
      <Paragraph>{hasSeat ? removeFromCalendar : 'Je stond op de wachtlijst. Die vervalt.'}</Paragraph>
      <ContactSection heading="Heb je een vraag?" contact={mail.contact} />
    </TemplateLayout>
  )
}

export const variants: SampleVariants = { waitlisted: sampleOnWaitlist }
