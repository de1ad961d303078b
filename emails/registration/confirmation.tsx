import { dayAndMonth } from '@/lib/platform/time'
import { Paragraph, SectionHeading, SessionTime, Steps } from '../parts/blocks'
import { addressEnteredReason, formatPeriod, transferReason } from '../parts/mail-copy'
import { greeting, type ParticipantMail, type SampleVariants, TemplateLayout } from '../parts/participant-mail'
import { QuestionStatusSection } from '../parts/question-status'
import { sampleMail, sampleTransfer } from '../parts/sample-data'
import { ChangeOrCancelSection, PageLink, RegistrationOnPage, ReleaseSection, TransferNotice } from '../parts/sections'

export const defaultTemplate = greeting(
  'Je bent aangemeld voor de kennissessie {kennissessie}',
  'Je bent aangemeld voor de kennissessie {kennissessie} van {organisator}.',
)

/** Default template for a participant to whom a colleague transferred the seat. */
export const defaultTemplateForTransferee = greeting(
  'Je kreeg een plek bij de kennissessie {kennissessie}',
  'Je hebt een plek bij de kennissessie {kennissessie} van {organisator}.',
)

/** Renders the mail that confirms a registration: session time, agenda question, next steps and where all data is. */
export default function Confirmation(mail: ParticipantMail) {
  const { session, release, transferredFrom } = mail
  return (
    <TemplateLayout
      mail={mail}
      preview={`${formatPeriod(session)}, online.${release ? '' : ' De link volgt per mail.'}`}
      heading={transferredFrom ? 'Je kreeg een plek' : 'Fijn dat je meedoet!'}
      footer={transferReason(mail) ?? addressEnteredReason}
    >
      <TransferNotice {...mail} />
      <SessionTime {...session} />
      <Paragraph>
        Open het bestand kennissessie.ics bij deze mail om de kennissessie in je agenda te zetten. Nog iets nalezen?{' '}
        <PageLink url={mail.url} />
      </Paragraph>
      <ReleaseSection release={release} />
      <QuestionStatusSection mail={mail} situation="seat" />
      <SectionHeading>Wat gebeurt er nu?</SectionHeading>
      <Steps steps={nextSteps(mail)} />
      <RegistrationOnPage />
      <ChangeOrCancelSection heading="Klopt er iets niet, of kun je toch niet?" contact={mail.contact} />
    </TemplateLayout>
  )
}

function nextSteps({ contactWish, session, release, agendaQuestion }: ParticipantMail): string[] {
  const contact = {
    email: 'Misschien mailen we je over je vraag. Dan vragen we je om een korte toelichting.',
    phone: 'Misschien bellen we je over je vraag. Dan vragen we je om een korte toelichting.',
    none: 'Over je vraag nemen we geen contact met je op. Zo staat het in je aanmelding.',
  }[contactWish]
  return [
    ...(agendaQuestion ? [contact] : []),
    ...(release ? [] : ['Vóór de kennissessie krijg je een mail met de link en de agenda.']),
    `Op ${dayAndMonth(session.startsAt)} schuif je aan.`,
  ]
}

const { release } = sampleMail
export const sample = { release: null }
export const variants: SampleVariants = {
  later: { phone: null, needs: null, askedBeforeDeadline: false, contactWish: 'email' },
  released: { release },
  transferred: { ...defaultTemplateForTransferee, ...sampleTransfer, release },
}
