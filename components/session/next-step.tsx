import { Link, Paragraph } from '@utrecht/component-library-react'
import type { ReactNode } from 'react'
import { ButtonLink } from '@/components/layout/button-link'
import { routes } from '@/lib/platform/routes'
import { canRegister, sessionPhase } from '@/lib/sessions/rules'
import styles from './next-step.module.css'
import { fewLeftInWords, howItWaits, isFull, waitingListButton } from './places'
import type { SessionView } from './session-view'
import { closingInWords, openingInWords } from './words'

/** What a visitor can do at this moment: sign up, or in a kind sentence why not and what then. */
export function NextStep({ session, now, signUp }: { session: SessionView; now: Date; signUp: string }) {
  const closing = closingInWords(session)
  const full = isFull(session)
  if (canRegister(session, now)) {
    return (
      <div className={styles.open}>
        <ButtonLink href={signUp}>{full ? waitingListButton : 'Meld je aan'}</ButtonLink>
        <Paragraph className={styles.until}>
          {full ? (
            <>
              <strong>Deze kennissessie is vol.</strong> {howItWaits}{' '}
            </>
          ) : null}
          Aanmelden kan <strong>{closing}</strong>. {fewLeftInWords(session)}
        </Paragraph>
      </div>
    )
  }
  const phase = sessionPhase(session, now)
  if (phase === 'not-open-yet') {
    return (
      <Closed lead="Aanmelden kan nog niet.">
        Het kan {openingInWords(session)}, {closing}.
      </Closed>
    )
  }
  if (phase === 'cancelled') {
    return (
      <Closed lead="Deze kennissessie gaat niet door.">
        {session.cancelReason ? <span className={styles.why}>{session.cancelReason}</span> : null}
        Heb je een vraag? Mail <Contact session={session} />.
      </Closed>
    )
  }
  if (phase === 'past') {
    return (
      <Closed lead="Deze kennissessie is geweest.">
        Op deze pagina lees je waar het over ging.{' '}
        <Link href={routes.home()}>Bekijk welke kennissessies er nog komen</Link>.
      </Closed>
    )
  }
  return (
    <Closed lead={now >= session.startsAt ? 'De kennissessie is bezig.' : 'Aanmelden is gesloten.'}>
      Aanmelden kon {closing}. Ben je al aangemeld? Dan krijg je de link en de agenda per mail. Heb je een vraag? Mail{' '}
      <Contact session={session} />.
    </Closed>
  )
}

function Closed({ lead, children }: { lead: string; children: ReactNode }) {
  return (
    <Paragraph className={styles.closed}>
      <strong className={styles.lead}>{lead}</strong> {children}
    </Paragraph>
  )
}

function Contact({ session }: { session: SessionView }) {
  return <Link href={`mailto:${session.contactEmail}`}>{session.contactName}</Link>
}
