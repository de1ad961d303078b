import { notFound, redirect } from 'next/navigation'
import { purposeDisclosures } from '@/components/privacy/purpose-disclosures'
import { RegistrationForm } from '@/components/registration-form/registration-form'
import { RegistrationHeading } from '@/components/registration-form/registration-heading'
import { RegistrationPrivacy } from '@/components/registration-form/registration-privacy'
import { ContactPrompt } from '@/components/session/contact-prompt'
import { isSessionFull, waitlistButtonLabel } from '@/components/session/seats-copy'
import { registrationTitle } from '@/components/session/session-copy'
import { Page } from '@/components/ui/page/page'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { clock } from '@/lib/platform/clock'
import { env, retentionPeriods } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { issueFormToken } from '@/lib/registrations/abuse-checks'
import { getSeats } from '@/lib/registrations/queries'
import { getSessionForm } from '@/lib/sessions/queries'
import { sessionPhase } from '@/lib/sessions/rules'
import { RegistrationClosed } from './_components/registration-closed'
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
        municipalities={listMunicipalityOptions()}
        formToken={issueFormToken(now)}
        minSeconds={env().SIGNUP_MIN_SECONDS}
        submitLabel={isSessionFull(session) ? waitlistButtonLabel : undefined}
        action={registerAction.bind(null, slug)}
      />
    </Page>
  )
}
