import { Link, Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import { registrationClosingInWords, registrationOpeningInWords } from '@/components/session/session-copy'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { QuotedText } from '@/components/ui/quoted-text'
import { routes } from '@/lib/platform/routes'
import type { SessionMoments, SessionPhase } from '@/lib/sessions/rules'

type Session = SessionMoments & Contact & { slug: string; title: string; cancelReason: string | null }

/** Where the form would stand: why nobody can sign up now, and what somebody can do. */
export function RegistrationClosed({ session, phase }: { session: Session; phase: SessionPhase }) {
  const [title, why] = closedText(session, phase)
  return (
    <Flow>
      <title>{`${title} - Aanschuif`}</title>
      <PageTitle size="calm" eyebrow={session.title}>
        {title}
      </PageTitle>
      <Paragraph>{why}</Paragraph>
      <LinkRecoveryPrompt />
      {phase === 'cancelled' && session.cancelReason ? <QuotedText>{session.cancelReason}</QuotedText> : null}
      <ContactPrompt question="Heb je een vraag?" contact={session} />
      <Paragraph>
        <Link href={routes.session(session.slug)}>Lees meer over deze kennissessie</Link>
      </Paragraph>
      <Paragraph>
        <Link href={routes.home()}>Bekijk alle kennissessies</Link>
      </Paragraph>
    </Flow>
  )
}

function closedText(session: Session, phase: SessionPhase): [title: string, why: string] {
  if (phase === 'cancelled') return ['Deze kennissessie gaat niet door', 'Je kunt je daarom niet meer aanmelden.']
  if (phase === 'past') return ['Deze kennissessie is geweest', 'Je kunt je niet meer aanmelden.']
  if (phase === 'not-open-yet') {
    return [
      'Je kunt je nog niet aanmelden',
      `Aanmelden kan ${registrationOpeningInWords(session)}, ${registrationClosingInWords(session)}.`,
    ]
  }
  return ['Het aanmelden is gesloten', `Aanmelden kon ${registrationClosingInWords(session)}.`]
}
