import { oneLine } from '@/lib/platform/text'
import { longDate } from '@/lib/platform/time'
import { LabelledAnswer, Paragraph, SectionHeading, SessionTime, TextSection } from '../parts/blocks'
import { transferReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { ActionButton } from '../parts/primitives'
import { questionStatusText } from '../parts/question-status'
import { sampleTransfer } from '../parts/sample-data'
import { MailOrReply, PageParagraph, ReleaseSection } from '../parts/sections'
import { unlinked } from '../parts/unlinked'

export const defaultTemplate = greeting(
  'Je was al aangemeld voor de kennissessie {kennissessie}',
  'Iemand heeft dit e-mailadres net weer ingevuld voor de kennissessie {kennissessie}. Misschien was jij dat, of een collega met dezelfde mailbox.',
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
            <bdi>{unlinked(oneLine(transferredFrom))}</bdi> wilde een plek aan jou doorgeven.
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
      {transferredFrom ? null : <PendingSection {...mail} />}
      <TextSection heading="Wilde je iets veranderen?">
        Dat kun je zelf: de link staat onderaan deze mail. Kom je er niet uit? <MailOrReply contact={mail.contact} />
      </TextSection>
      {transferredFrom ? null : <TextSection heading="Was je dit niet?">Dan hoef je niets te doen.</TextSection>}
    </TemplateLayout>
  )
}

/** Renders who signed up with the recipient's address, and the link by which a colleague gets their own registration. */
function PendingSection({ name, createdAt, pending, otherColleagueUrl }: ParticipantMail) {
  if (pending.length === 0) return null
  const inWords = (signUp: ParticipantMail['pending'][number]) =>
    unlinked(`${[signUp.name, signUp.role, signUp.workplace].map(oneLine).join(', ')} (${longDate(signUp.createdAt)})`)
  return (
    <>
      <SectionHeading>Wie heeft zich aangemeld met dit adres?</SectionHeading>
      <LabelledAnswer label="Al aangemeld" text={`${unlinked(oneLine(name))} (${longDate(createdAt)})`} />
      {pending.map((signUp) => (
        <LabelledAnswer key={inWords(signUp)} label="Net ingevuld, nog niet aangemeld" text={inWords(signUp)} />
      ))}
      <Paragraph>
        Was jij dat zelf? Dan hoef je niets te doen. Deel je deze mailbox, en was het iemand anders? Open dan deze link.
        Je ziet wat er is ingevuld, en kunt de collega aanmelden.
      </Paragraph>
      <ActionButton url={otherColleagueUrl}>Dit is een andere collega</ActionButton>
    </>
  )
}

export const variants: SampleVariants = { transferred: { ...defaultTemplateForTransferee, ...sampleTransfer } }
