import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { DeadlineBadge } from '@/app/beheer/sessies/[id]/_components/deadline-badge'
import { RegistrationStatusBadge } from '@/app/beheer/sessies/[id]/aanmeldingen/_components/registration-status-badge'
import { contactWishLabels } from '@/components/registration-form/registration-copy'
import { Callout } from '@/components/ui/callout'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import { DescriptionList } from '@/components/ui/text/description-list'
import { routes } from '@/lib/platform/routes'
import { formatDeadline, longDate } from '@/lib/platform/time'
import type { RegistrationView } from '@/lib/registrations/queries'
import { registrationStatus } from '@/lib/registrations/status'
import styles from './registration-details.module.css'

type Props = { sessionId: string; registration: RegistrationView }

/** Shows the status, answers and personal data of a registration. */
export function RegistrationDetails({ sessionId, registration }: Props) {
  const status = registrationStatus(registration)
  return (
    <>
      <PageTitle size="calm" eyebrow={registration.workplace}>
        <bdi>{registration.name}</bdi>
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
        <Answers sessionId={sessionId} registration={registration} />
      </section>
      <section className={styles.part}>
        <Heading level={2}>Gegevens</Heading>
        <DescriptionList layout="rows" items={detailItems(sessionId, registration)} />
      </section>
    </>
  )
}

/**
 * Shows the answers, or a link to the colleague who received them in a transfer. Answers of a waitlisted participant
 * have no link to the triage, because they are not triaged.
 */
function Answers({ sessionId, registration: { answers, transferredTo, waitlistedAt } }: Props) {
  if (answers.length === 0 && transferredTo) {
    return (
      <Paragraph>
        De antwoorden gingen mee naar{' '}
        <Link href={routes.registration(sessionId, transferredTo.id)}>
          {transferredTo.erasedAt ? 'een collega' : <bdi>{transferredTo.name}</bdi>}
        </Link>
        .
      </Paragraph>
    )
  }
  if (answers.length === 0) return <Paragraph>Er zijn geen vragen beantwoord.</Paragraph>
  return answers.map(({ id, question, text }) => (
    <div key={id} className={styles.answer}>
      <Heading level={3}>{question.label}</Heading>
      <p className={styles.text}>{text}</p>
      {question.isAgendaQuestion && waitlistedAt === null ? (
        <Link href={routes.agendaQuestion(sessionId, id)}>Naar deze vraag in de vragenronde</Link>
      ) : null}
    </div>
  ))
}

/** Returns a `mailto:` link. Percent-encodes all but the @, as RFC 6068 prescribes. */
const mailto = (address: string) => `mailto:${encodeURIComponent(address).replaceAll('%40', '@')}`

/** Returns a term and detail for each fact about the registration. Omits absent facts and erased personal data. */
function detailItems(sessionId: string, registration: RegistrationView) {
  const { email, workplace, organisation, role, contactWish, phone, needs, erasedAt } = registration
  const { createdAt, cancelledAt, waitlistedAt, offerExpiresAt, tookPartAt, transferredTo } = registration
  const item = (term: string, detail: ReactNode) => ({ term, detail })
  const momentItem = (term: string, at: Date | null) => at && item(term, <DateTime value={at} />)
  const linkItem = (term: string, { id, name }: { id: string; name: string }) =>
    item(
      term,
      <Link href={routes.registration(sessionId, id)}>
        <bdi>{name}</bdi>
      </Link>,
    )
  return [
    !erasedAt && item('E-mailadres', <Link href={mailto(email)}>{email}</Link>),
    item(organisation === null ? 'Gemeente' : 'Organisatie', workplace),
    !erasedAt && item('Functie', role),
    item('Contact over de vraag', contactWishLabels[contactWish]),
    phone && item('Telefoonnummer', <Link href={`tel:${phone.replace(/[^+\d]/g, '')}`}>{phone}</Link>),
    !erasedAt && item('Nodig om goed mee te doen', needs ?? 'Niets ingevuld'),
    momentItem('Aangemeld op', createdAt),
    !cancelledAt && momentItem('Wacht sinds', waitlistedAt),
    !cancelledAt &&
      offerExpiresAt &&
      item('Plek aangeboden', `We houden de plek vrij ${formatDeadline(offerExpiresAt)}`),
    momentItem('Deed mee op', tookPartAt),
    momentItem('Afgemeld op', cancelledAt),
    transferredTo && linkItem('Doorgegeven aan', transferredTo),
    ...registration.transferredFrom.map((transferor) => linkItem('Gekregen van', transferor)),
  ].filter((shown) => shown !== null && shown !== false && shown !== '')
}
