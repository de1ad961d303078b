import { SectionHeading, TextLink, TextSection } from '../parts/blocks'
import { registeredReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, TemplateLayout } from '../parts/participant-mail'
import { Prose } from '../parts/prose'
import { ContactSection } from '../parts/sections'

export const defaultTemplate = greeting(
  'Na de kennissessie {kennissessie}',
  'Dank je wel voor je aanmelding en je vraag voor de kennissessie {kennissessie}.',
)

/** Renders the mail that thanks participants after the session, with the materials and the evaluation. */
export default function FollowUp(mail: ParticipantMail) {
  const { materials = '', evaluationUrl = null } = mail.session.notificationSettings ?? {}
  return (
    <TemplateLayout
      mail={mail}
      preview={materials ? 'Met wat we deelden, om na te lezen.' : `Van ${mail.values.organisator}.`}
      heading="Dank je wel!"
      footer={registeredReason(mail, 'past')}
      withoutCancelLink
    >
      {materials ? (
        <>
          <SectionHeading>Om na te lezen</SectionHeading>
          <Prose text={materials} />
        </>
      ) : null}
      {evaluationUrl ? (
        <TextSection heading="Hoe was het?">
          Wil je een paar vragen beantwoorden? Dan wordt de volgende kennissessie beter.{' '}
          <TextLink url={evaluationUrl}>Naar de vragen</TextLink>
        </TextSection>
      ) : null}
      <ContactSection heading="Wil je nog iets kwijt?" contact={mail.contact} />
    </TemplateLayout>
  )
}
