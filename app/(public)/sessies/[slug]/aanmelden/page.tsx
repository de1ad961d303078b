import { Paragraph } from '@utrecht/component-library-react'
import { notFound, redirect } from 'next/navigation'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { RegistrationForm } from '@/components/registration-form/registration-form'
import { RegistrationHeading } from '@/components/registration-form/registration-heading'
import { RegistrationPrivacy } from '@/components/registration-form/registration-privacy'
import { type Contact, ContactPrompt } from '@/components/session/contact-prompt'
import { LinkRecoveryPrompt } from '@/components/session/link-recovery-prompt'
import { isSessionFull, waitlistButtonLabel } from '@/components/session/seats-copy'
import {
  registrationClosingInWords,
  registrationOpeningInWords,
  registrationTitle,
} from '@/components/session/session-copy'
import { Page } from '@/components/ui/page/page'
import { PageBody } from '@/components/ui/page/page-body'
import { QuotedText } from '@/components/ui/quoted-text'
import { LinkParagraph } from '@/components/ui/text/link-paragraph'
import { municipalityOptionsAt } from '@/lib/municipalities/queries'
import { clock } from '@/lib/platform/clock'
import { env, retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { issueFormToken } from '@/lib/registrations/abuse-checks'
import { getSeats } from '@/lib/registrations/queries'
import { getSessionForm } from '@/lib/sessions/queries'
import { type SessionMoments, type SessionPhase, sessionPhase } from '@/lib/sessions/rules'
import { registerAction } from './actions'

export default async function RegistrationPage({ params }: PageProps<'/sessies/[slug]/aanmelden'>) {
  const { slug } = await params
  const sessionForm = await getSessionForm(slug)
  if (!sessionForm) notFound()
  if (sessionForm.slug !== slug) redirect(routes.register(sessionForm.slug))
  const session = { ...sessionForm, seats: await getSeats(sessionForm) }
  const now = clock.now()
  const phase = sessionPhase(session, now)
  return (
    <Page width="reading">
      <RegistrationForm
        title={`${registrationTitle(session)} - Aanschuif`}
        heading={<RegistrationHeading session={session} phase={phase} />}
        closedNotice={phase.startsWith('open') ? null : <RegistrationClosed session={session} phase={phase} />}
        contact={<ContactPrompt question="Heb je een vraag?" contact={session} />}
        privacy={<RegistrationPrivacy session={session} periods={retentionPeriods()} />}
        explanations={purposeDisclosures(retentionPeriods())}
        questions={session.questions}
        municipalities={municipalityOptionsAt(now)}
        formToken={issueFormToken(now)}
        minSeconds={env().SIGNUP_MIN_SECONDS}
        submitLabel={isSessionFull(session) ? waitlistButtonLabel : undefined}
        action={registerAction.bind(null, slug)}
      />
    </Page>
  )
}

type Session = SessionMoments & Contact & { slug: string; title: string; cancelReason: string | null }

/** Shows, in place of the form, why registration is not open in this phase of the session. */
function RegistrationClosed({ session, phase }: { session: Session; phase: SessionPhase }) {
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
