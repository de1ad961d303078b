import { Paragraph } from '@utrecht/component-library-react'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import { registrationClosingInWords, registrationOpeningInWords } from '@/components/session/session-copy'
import { PageBody } from '@/components/ui/page/page-body'
import { QuotedText } from '@/components/ui/quoted-text'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { routes } from '@/lib/platform/routes'
import type { SessionMoments, SessionPhase } from '@/lib/sessions/rules'

type Session = SessionMoments & Contact & { slug: string; title: string; cancelReason: string | null }

/** Replaces the form while registration is not open, with the reason. */
export function RegistrationClosed({ session, phase }: { session: Session; phase: SessionPhase }) {
  const [title, reason] = closedText(session, phase)
  return (
    <PageBody title={title} eyebrow={session.title}>
      <Paragraph>{reason}</Paragraph>
      <LinkRecoveryPrompt />
      {phase === 'cancelled' && session.cancelReason ? <QuotedText>{session.cancelReason}</QuotedText> : null}
      <ContactPrompt question="Heb je een vraag?" contact={session} />
      <LinkParagraph href={routes.session(session.slug)}>Lees meer over deze kennissessie</LinkParagraph>
      <LinkParagraph href={routes.home()}>Bekijk alle kennissessies</LinkParagraph>
    </PageBody>
  )
}

function closedText(session: Session, phase: SessionPhase): [title: string, reason: string] {
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
