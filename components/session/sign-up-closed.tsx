import { Link, Paragraph } from '@utrecht/component-library-react'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import { routes } from '@/lib/platform/routes'
import type { SessionMoments, SessionPhase } from '@/lib/sessions/rules'
import { AskContact, type Contact } from './ask-contact'
import { LostLink } from './lost-link'
import { Reason } from './reason'
import { closingInWords, openingInWords } from './words'

type Session = SessionMoments & Contact & { slug: string; title: string; cancelReason: string | null }

/** Where the form would stand: why nobody can sign up now, and what somebody can do. */
export function SignUpClosed({ session, phase }: { session: Session; phase: SessionPhase }) {
  const [title, why] = wordsFor(session, phase)
  return (
    <Flow>
      <title>{`${title} - Aanschuif`}</title>
      <PageTitle size="calm" over={session.title}>
        {title}
      </PageTitle>
      <Paragraph>{why}</Paragraph>
      <LostLink />
      {phase === 'cancelled' && session.cancelReason ? <Reason>{session.cancelReason}</Reason> : null}
      <AskContact question="Heb je een vraag?" of={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
      <Paragraph>
        <Link href={routes.home()}>Bekijk alle kennissessies</Link>
      </Paragraph>
    </Flow>
  )
}

function wordsFor(session: Session, phase: SessionPhase): [title: string, why: string] {
  if (phase === 'cancelled') return ['Deze kennissessie gaat niet door', 'Je kunt je daarom niet meer aanmelden.']
  if (phase === 'past') return ['Deze kennissessie is geweest', 'Je kunt je niet meer aanmelden.']
  if (phase === 'not-open-yet') {
    return ['Je kunt je nog niet aanmelden', `Aanmelden kan ${openingInWords(session)}, ${closingInWords(session)}.`]
  }
  return ['Het aanmelden is gesloten', `Aanmelden kon ${closingInWords(session)}.`]
}
