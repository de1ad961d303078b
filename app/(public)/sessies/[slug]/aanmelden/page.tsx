import { notFound, redirect } from 'next/navigation'
import { RegistrationForm } from '@/components/form/registration-form'
import { Page } from '@/components/layout/page'
import { whyAsked } from '@/components/privacy/why-asked'
import { AskContact } from '@/components/session/ask-contact'
import { isFull, waitingListButton } from '@/components/session/places'
import { SignUpClosed } from '@/components/session/sign-up-closed'
import { SignUpHeading } from '@/components/session/sign-up-heading'
import { SignUpPrivacy } from '@/components/session/sign-up-privacy'
import { signUpTitle } from '@/components/session/words'
import { listMunicipalityOptions } from '@/lib/municipalities/queries'
import { clock } from '@/lib/platform/clock'
import { env, keepTerms } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { getPlaces } from '@/lib/registrations/queries'
import { issueFormToken } from '@/lib/registrations/spam'
import { getSessionForm } from '@/lib/sessions/queries'
import { sessionPhase } from '@/lib/sessions/rules'
import { signUp } from './actions'

export default async function SignUpPage({ params }: PageProps<'/sessies/[slug]/aanmelden'>) {
  const { slug } = await params
  const found = await getSessionForm(slug)
  if (!found) notFound()
  if (found.slug !== slug) redirect(routes.signUp(found.slug))
  const session = { ...found, places: await getPlaces(found) }
  const now = clock.now()
  const phase = sessionPhase(session, now)
  return (
    <Page width="reading">
      <RegistrationForm
        title={`${signUpTitle(session)} - Aanschuif`}
        heading={<SignUpHeading session={session} phase={phase} />}
        closed={phase.startsWith('open') ? null : <SignUpClosed session={session} phase={phase} />}
        contact={<AskContact question="Heb je een vraag?" of={session} />}
        privacy={<SignUpPrivacy session={session} terms={keepTerms()} />}
        why={whyAsked(keepTerms())}
        questions={session.questions}
        municipalities={listMunicipalityOptions()}
        formToken={issueFormToken(now)}
        minSeconds={env().SIGNUP_MIN_SECONDS}
        submit={isFull(session) ? waitingListButton : undefined}
        action={signUp.bind(null, slug)}
      />
    </Page>
  )
}
