import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import {
  fewSeatsLeftInWords,
  isSessionFull,
  waitlistButtonLabel,
  waitlistExplanation,
} from '@/components/session/seats-copy'
import { registrationClosingInWords, registrationOpeningInWords } from '@/components/session/session-copy'
import type { SessionView } from '@/components/session/session-view'
import { ButtonLink } from '@/components/ui/button-link'
import { routes } from '@/lib/platform/routes'
import { canRegister, sessionPhase } from '@/lib/sessions/rules'
import styles from './next-step.module.css'

type Props = { session: SessionView; now: Date; registrationHref: string }

/** The button to register, or why registration is not possible and what to do instead. */
export function NextStep({ session, now, registrationHref }: Props) {
  const closing = registrationClosingInWords(session)
  const full = isSessionFull(session)
  if (canRegister(session, now)) {
    return (
      <div className={styles.open}>
        <ButtonLink href={registrationHref}>{full ? waitlistButtonLabel : 'Meld je aan'}</ButtonLink>
        <Paragraph className={styles.until}>
          {full ? (
            <>
              <strong>Deze kennissessie is vol.</strong> {waitlistExplanation}{' '}
            </>
          ) : null}
          Aanmelden kan <strong>{closing}</strong>. {fewSeatsLeftInWords(session)}
        </Paragraph>
      </div>
    )
  }
  const phase = sessionPhase(session, now)
  if (phase === 'not-open-yet') {
    return (
      <ClosedNotice title="Aanmelden kan nog niet.">
        Het kan {registrationOpeningInWords(session)}, {closing}.
      </ClosedNotice>
    )
  }
  if (phase === 'cancelled') {
    return (
      <ClosedNotice title="Deze kennissessie gaat niet door.">
        {session.cancelReason ? <span className={styles.reason}>{session.cancelReason}</span> : null}
        Heb je een vraag? Mail <ContactLink session={session} />.
      </ClosedNotice>
    )
  }
  if (phase === 'past') {
    return (
      <ClosedNotice title="Deze kennissessie is geweest.">
        Op deze pagina lees je waar het over ging.{' '}
        <Link href={routes.home()}>Bekijk welke kennissessies er nog komen</Link>.
      </ClosedNotice>
    )
  }
  return (
    <ClosedNotice title={now >= session.startsAt ? 'De kennissessie is bezig.' : 'Aanmelden is gesloten.'}>
      Aanmelden kon {closing}. Ben je al aangemeld? Dan krijg je de link en de agenda per mail. Heb je een vraag? Mail{' '}
      <ContactLink session={session} />.
    </ClosedNotice>
  )
}

function ClosedNotice({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Paragraph className={styles.closed}>
      <strong className={styles.title}>{title}</strong> {children}
    </Paragraph>
  )
}

function ContactLink({ session }: { session: SessionView }) {
  return <Link href={`mailto:${session.contactEmail}`}>{session.contactName}</Link>
}
