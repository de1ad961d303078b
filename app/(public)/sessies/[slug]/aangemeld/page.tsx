import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { Page } from '@/components/ui/page/page'
import { routes } from '@/lib/platform/routes'
import { confirmationCookieName, readConfirmation } from '@/lib/registrations/confirmation-cookie'
import { getPublishedSession, isReleased } from '@/lib/sessions/queries'
import { confirmationTitle } from './_components/confirmation-copy'
import { CorrectEmailForm } from './_components/correct-email-form'
import { MissingConfirmation } from './_components/missing-confirmation'
import { RegistrationConfirmation } from './_components/registration-confirmation'
import { WaitlistConfirmation } from './_components/waitlist-confirmation'
import { correctEmailAction } from './actions'

export const metadata: Metadata = { robots: { index: false }, referrer: 'strict-origin' }

/** Confirms a sign-up to the browser that sent it. Shows no personal link: someone else may have the same address. */
export default async function RegistrationConfirmedPage({
  params,
  searchParams,
}: PageProps<'/sessies/[slug]/aangemeld'>) {
  const { slug } = await params
  const { bevestiging } = await searchParams
  const id = typeof bevestiging === 'string' ? bevestiging : ''
  const session = await getPublishedSession(slug)
  if (!session) notFound()
  if (session.slug !== slug) redirect(routes.registrationConfirmation(session.slug, id))
  const confirmation = readConfirmation((await cookies()).get(confirmationCookieName(id))?.value, slug)
  if (!confirmation) {
    return (
      <Page width="reading">
        <MissingConfirmation session={session} />
      </Page>
    )
  }
  const emailForm = (
    <CorrectEmailForm
      email={confirmation.email}
      title={confirmationTitle(confirmation)}
      action={correctEmailAction.bind(null, slug, id)}
    />
  )
  return (
    <Page width="reading">
      {confirmation.isWaitlisted ? (
        <WaitlistConfirmation session={session} confirmation={confirmation} emailForm={emailForm} />
      ) : (
        <RegistrationConfirmation
          session={session}
          confirmation={confirmation}
          isReleased={await isReleased(session.id)}
          emailForm={emailForm}
        />
      )}
    </Page>
  )
}
