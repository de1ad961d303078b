import { Heading, Link, Paragraph } from '@utrecht/component-library-react'
import { FormStatus } from '@/components/form/form-status'
import { contactWishLabel, contactWishText, needsLabel } from '@/components/registration-form/registration-copy'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { SessionDateTime } from '@/components/session/session-date-time'
import { PageBody } from '@/components/ui/page/page-body'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import { DescriptionList } from '@/components/ui/text/description-list'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { createPersonalToken } from '@/lib/personal-links/token'
import { routes, type SelfServiceFlash } from '@/lib/platform/routes'
import { findPendingEmailChange, type OwnRegistrationView } from '@/lib/registrations/self-service/queries'
import { cancelRefusal, editableParts, receivesMail, transferRefusal } from '@/lib/registrations/self-service/rules'
import type { OwnStatus, RegistrationPart } from '@/lib/registrations/self-service/schema'
import { canRegister } from '@/lib/sessions/rules'
import styles from './_components/action-links.module.css'
import { StatusCallout } from './_components/status-callout'
import { type OwnRegistration, ownRegistrationPage } from './_lib/own-registration-page'

export default async function RegistrationOverviewPage({ params, searchParams }: PageProps<'/aanmelding/[token]'>) {
  const { gelukt } = await searchParams
  return ownRegistrationPage(params, async (own) => {
    const { registration, status, now } = own
    const { session } = registration
    const pending = await findPendingEmailChange(registration, now)
    const flash = flashCopy(gelukt as SelfServiceFlash, status)
    return (
      <PageBody title="Jouw aanmelding" heading={session.title} eyebrow="Jouw aanmelding">
        <SessionDateTime session={session} />
        {flash ? <FormStatus {...flash} submission={gelukt} /> : null}
        <StatusCallout registration={registration} status={status} now={now} />
        {status === 'session-cancelled' && session.cancelReason ? (
          <QuotedText>{session.cancelReason}</QuotedText>
        ) : null}
        {status === 'cancelled' && canRegister(session, now) ? (
          <Paragraph>
            Wil je toch meedoen? <Link href={routes.register(session.slug)}>Meld je opnieuw aan</Link>
          </Paragraph>
        ) : null}
        <ActionLinks {...own} pendingEmail={pending?.email} />
        <Heading level={2}>Dit staat in je aanmelding</Heading>
        <DescriptionList items={detailItems(registration)} />
        <ContactPrompt question="Heb je een vraag?" contact={session} />
        <LinkParagraph href={routes.session(session.slug)}>Lees meer over deze kennissessie</LinkParagraph>
      </PageBody>
    )
  })
}

/** Returns the success message for `?gelukt=` in the URL. Returns `undefined` if it is unknown or no longer true. */
function flashCopy(flash: SelfServiceFlash, status: OwnStatus) {
  switch (flash) {
    case 'cancelled':
      return status === flash
        ? { title: 'Dat is gelukt.', children: 'Fijn dat je het liet weten. Je krijgt nog één mail, waarin dit staat.' }
        : undefined
    case 'changed': {
      const mail = receivesMail(status) ? ' Binnen tien minuten krijg je een mail met hoe het nu is.' : ''
      return { title: 'Bewaard.', children: `Zo staat het nu in je aanmelding.${mail}` }
    }
    case 'unchanged':
      return { title: 'Er is niets gewijzigd.', children: 'Alles stond er al zo.' }
    case 'address':
      return { title: 'Je e-mailadres is gewijzigd.', children: 'Alle mails gaan vanaf nu naar je nieuwe adres.' }
  }
}

function detailItems(registration: OwnRegistrationView) {
  const { name, email, workplace, organisation, role, needs, createdAt, cancelledAt, answers } = registration
  return [
    { term: 'Naam', detail: name },
    { term: 'E-mailadres', detail: email },
    { term: organisation === null ? 'Gemeente' : 'Organisatie', detail: workplace },
    { term: 'Functie', detail: role },
    ...answers.flatMap(({ question, text, textAtDeadline }) => [
      { term: question.label, detail: text },
      ...(question.isAgendaQuestion && registration.askedBeforeDeadline && textAtDeadline
        ? [{ term: 'Dit vroeg je op tijd', detail: textAtDeadline }]
        : []),
    ]),
    { term: contactWishLabel, detail: contactWishText(registration) },
    { term: needsLabel, detail: needs ?? 'Niets ingevuld' },
    { term: 'Aangemeld op', detail: <DateTime value={createdAt} /> },
    ...(cancelledAt ? [{ term: 'Afgemeld op', detail: <DateTime value={cancelledAt} /> }] : []),
  ]
}

/** Shows links to what the participant can do, the most likely first. `pendingEmail`: a requested, unconfirmed address. */
function ActionLinks({ pendingEmail, ...own }: OwnRegistration & { pendingEmail: string | undefined }) {
  return (
    <>
      <Heading level={2}>Wat kun je doen?</Heading>
      <ul className={styles.links}>
        {availableActions(own, pendingEmail).map(({ href, label, hint }) => (
          <li key={href}>
            <Link href={href}>{label}</Link>
            <span className={styles.hint}>{hint}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function availableActions({ token, registration, status, now }: OwnRegistration, pendingEmail: string | undefined) {
  const isWaitlisted = status === 'waitlisted' || status === 'offered'
  const links = [
    status === 'signed-up' &&
      registration.isReleased && {
        href: routes.joinMeeting(createPersonalToken('take-part', registration)),
        label: 'Doe mee',
        hint: 'De agenda, en de weg naar de kennissessie.',
      },
    {
      href: routes.selfServiceEdit(token),
      label: 'Wijzig je aanmelding',
      hint: changeHint(editableParts(status, registration)),
    },
    receivesMail(status) && {
      href: routes.selfServiceEmail(token),
      label: 'Ander e-mailadres',
      hint: pendingEmail ? `Wacht tot je dit bevestigt vanaf ${pendingEmail}.` : 'We mailen eerst je nieuwe adres.',
    },
    !transferRefusal({ ...registration, status }, now) && {
      href: routes.selfServiceTransfer(token),
      label: 'Geef je plek door',
      hint: 'Kan een collega wel? Die krijgt dan jouw plek.',
    },
    status !== 'cancelled' &&
      !cancelRefusal(status) && {
        href: routes.selfServiceCancel(token),
        ...(isWaitlisted ? leaveWaitlist : cancelSeat),
      },
    {
      href: routes.selfServiceData(token),
      label: 'Neem je gegevens mee',
      hint: 'Lees wat we van je bewaren, of download het.',
    },
    { href: routes.selfServiceErase(token), label: 'Wis alles', hint: 'Dan is er niets meer van je aanmelding.' },
  ]
  return links.filter((link) => link !== false)
}

function changeHint(parts: RegistrationPart[]): string {
  if (!parts.includes('about')) return 'Of we contact met je mogen opnemen, en wat je nodig hebt.'
  return parts.includes('answers')
    ? 'Je naam, gemeente en functie, je vraag en antwoorden, en wat je nodig hebt.'
    : 'Je naam, gemeente en functie, of we contact mogen opnemen, en wat je nodig hebt.'
}

const cancelSeat = { label: 'Meld je af', hint: 'Kun je toch niet? Dan weten we op wie we kunnen rekenen.' }
const leaveWaitlist = { label: 'Ga van de wachtlijst af', hint: 'Dan schuift wie na je kwam een plek op.' }
