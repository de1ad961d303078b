import { Heading, Link } from '@utrecht/component-library-react'
import type { OwnRegistration } from '@/app/(public)/aanmelding/[token]/_lib/own-registration-page'
import { createPersonalToken } from '@/lib/personal-links/token'
import { routes } from '@/lib/platform/routes'
import { cancelRefusal, editableParts, receivesMail, transferRefusal } from '@/lib/registrations/self-service/rules'
import type { RegistrationPart } from '@/lib/registrations/self-service/schema'
import styles from './action-links.module.css'

/** Links to what the participant can do at this status, the most likely first. `pendingEmail` is not confirmed yet. */
export function ActionLinks({ pendingEmail, ...own }: OwnRegistration & { pendingEmail: string | undefined }) {
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
