import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { RegistrationStatusBadge } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/registration-status-badge'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { Callout } from '@/components/ui/callout'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes } from '@/lib/platform/routes'
import { formatDeadline, longDate } from '@/lib/platform/time'
import type { ContactWish } from '@/lib/registrations/schema'
import { registrationStatus } from '@/lib/registrations/status'
import styles from './registration-details.module.css'

type LinkedRegistration = { id: string; name: string }
type Registration = {
  name: string
  email: string
  workplace: string
  organisation: string | null
  role: string
  contactWish: ContactWish
  phone: string | null
  needs: string | null
  askedBeforeDeadline: boolean
  createdAt: Date
  cancelledAt: Date | null
  waitlistedAt: Date | null
  offerExpiresAt: Date | null
  tookPartAt: Date | null
  /** The transferee and the transferor of the seat, if any. */
  transferredTo: (LinkedRegistration & { erasedAt: Date | null }) | null
  transferredFrom: LinkedRegistration[]
  erasedAt: Date | null
  /** `isAgendaQuestion`: what is decided about it stands in the vragenronde. */
  answers: { id: string; question: string; isAgendaQuestion: boolean; text: string }[]
}

/** Everything that the participant entered. */
export function RegistrationDetails({ sessionId, registration }: { sessionId: string; registration: Registration }) {
  const status = registrationStatus(registration)
  return (
    <>
      <PageTitle size="calm" eyebrow={registration.workplace}>
        {registration.name}
      </PageTitle>
      <Paragraph className={styles.state}>
        {status === 'signed-up' ? null : <RegistrationStatusBadge status={status} />}
        {registration.transferredTo ? null : (
          <>
            {' '}
            Vraag: <DeadlineBadge inTime={registration.askedBeforeDeadline} />
          </>
        )}
      </Paragraph>
      {registration.erasedAt ? (
        <Callout title={`Naam en mailadres zijn gewist op ${longDate(registration.erasedAt)}.`}>
          Niemand weet nog van wie deze aanmelding was. Er gaat geen mail meer naartoe.
        </Callout>
      ) : null}
      <section className={styles.part}>
        <Heading level={2}>Antwoorden</Heading>
        <Answers sessionId={sessionId} linksToTriage={registration.waitlistedAt === null} {...registration} />
      </section>
      <section className={styles.part}>
        <Heading level={2}>Gegevens</Heading>
        <DescriptionList
          layout="rows"
          items={[...detailItems(registration), ...transferItems(sessionId, registration)]}
        />
      </section>
    </>
  )
}

type AnswersProps = {
  sessionId: string /** To the vragenronde, where who waits for a place is not. */
  linksToTriage: boolean
} & Pick<Registration, 'answers' | 'transferredTo'>

function Answers({ sessionId, linksToTriage, answers, transferredTo }: AnswersProps) {
  if (answers.length === 0 && transferredTo) {
    return (
      <Paragraph>
        De antwoorden gingen mee naar{' '}
        <Link href={routes.registration(sessionId, transferredTo.id)}>
          {transferredTo.erasedAt ? 'een collega' : transferredTo.name}
        </Link>
        .
      </Paragraph>
    )
  }
  if (answers.length === 0) return <Paragraph>Er zijn geen vragen beantwoord.</Paragraph>
  return answers.map(({ id, question, isAgendaQuestion, text }) => (
    <div key={id} className={styles.answer}>
      <Heading level={3}>{question}</Heading>
      <p className={styles.text}>{text}</p>
      {isAgendaQuestion && linksToTriage ? (
        <Link href={routes.agendaQuestion(sessionId, id)}>Naar deze vraag in de vragenronde</Link>
      ) : null}
    </div>
  ))
}

function transferItems(sessionId: string, { transferredTo, transferredFrom }: Registration) {
  const toLink = ({ id, name }: LinkedRegistration) => (
    <Link key={id} href={routes.registration(sessionId, id)}>
      {name}
    </Link>
  )
  return [
    ...(transferredTo ? [{ term: 'Doorgegeven aan', detail: toLink(transferredTo) }] : []),
    ...transferredFrom.map((transferor) => ({ term: 'Gekregen van', detail: toLink(transferor) })),
  ]
}

/** RFC 6068: all but the @ is written with percent signs. */
const mailto = (address: string) => `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`

function detailItems(registration: Registration) {
  const isErased = registration.erasedAt !== null
  const { email, workplace, organisation, role, contactWish, phone, needs } = registration
  const { createdAt, cancelledAt, waitlistedAt, offerExpiresAt, tookPartAt } = registration
  return [
    ...(isErased ? [] : [{ term: 'E-mailadres', detail: <Link href={mailto(email)}>{email}</Link> }]),
    { term: organisation === null ? 'Gemeente' : 'Organisatie', detail: workplace },
    ...(isErased ? [] : [{ term: 'Functie', detail: role }]),
    { term: 'Contact over de vraag', detail: contactWishLabels[contactWish] },
    ...(phone
      ? [{ term: 'Telefoonnummer', detail: <Link href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Link> }]
      : []),
    ...(isErased ? [] : [{ term: 'Nodig om goed mee te doen', detail: needs ?? 'Niets ingevuld' }]),
    { term: 'Aangemeld op', detail: <DateTime value={createdAt} /> },
    ...(waitlistedAt && !cancelledAt ? [{ term: 'Wacht sinds', detail: <DateTime value={waitlistedAt} /> }] : []),
    ...(offerExpiresAt && !cancelledAt
      ? [{ term: 'Plek aangeboden', detail: `We houden de plek vrij ${formatDeadline(offerExpiresAt)}` }]
      : []),
    ...(tookPartAt ? [{ term: 'Deed mee op', detail: <DateTime value={tookPartAt} /> }] : []),
    ...(cancelledAt ? [{ term: 'Afgemeld op', detail: <DateTime value={cancelledAt} /> }] : []),
  ]
}
