import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { Page } from '@/components/ui/page/page'
import { createPersonalToken } from '@/lib/personal-links/token'
import { routes } from '@/lib/platform/routes'
import { confirmationCookieName, readConfirmation } from '@/lib/registrations/confirmation-cookie'
import { getPublishedSession, isReleased } from '@/lib/sessions/queries'
import { MissingConfirmation, RegistrationConfirmation, WaitlistConfirmation } from './_components/confirmations'

// The page may contain a personal link, which other sites must not see in the referrer.
export const metadata: Metadata = { robots: { index: false }, referrer: 'strict-origin' }

export default async function RegistrationConfirmedPage({ params }: PageProps<'/sessies/[slug]/aangemeld'>) {
  const { slug } = await params
  const session = await getPublishedSession(slug)
  if (!session) notFound()
  if (session.slug !== slug) redirect(routes.registrationConfirmation(session.slug))
  const confirmation = readConfirmation((await cookies()).get(confirmationCookieName(slug))?.value, slug)
  const joinUrl =
    confirmation && !confirmation.isWaitlisted && (await isReleased(session.id))
      ? routes.joinMeeting(createPersonalToken('take-part', confirmation))
      : null
  return (
    <Page width="reading">
      {confirmation?.isWaitlisted ? <WaitlistConfirmation session={session} confirmation={confirmation} /> : null}
      {confirmation && !confirmation.isWaitlisted ? (
        <RegistrationConfirmation session={session} confirmation={confirmation} joinUrl={joinUrl} />
      ) : null}
      {confirmation ? null : <MissingConfirmation session={session} />}
    </Page>
  )
}
