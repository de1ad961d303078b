import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { OnWaitingList } from '@/components/session/on-waiting-list'
import { PerhapsSignedUp, SignedUp } from '@/components/session/signed-up'
import { personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'
import { readReceipt, receiptCookie } from '@/lib/registrations/receipt'
import { getPublishedSession, isReleased } from '@/lib/sessions/queries'

// It may hold somebody's own link: no page hears its address.
export const metadata: Metadata = { robots: { index: false }, referrer: 'strict-origin' }

export default async function SignedUpPage({ params }: PageProps<'/sessies/[slug]/aangemeld'>) {
  const { slug } = await params
  const session = await getPublishedSession(slug)
  if (!session) notFound()
  if (session.slug !== slug) redirect(routes.signedUp(session.slug))
  const receipt = readReceipt((await cookies()).get(receiptCookie(slug))?.value, slug)
  const takePart =
    receipt && !receipt.waits && (await isReleased(session.id))
      ? routes.takePart(personalToken('take-part', receipt))
      : null
  return (
    <Page width="reading">
      {receipt?.waits ? <OnWaitingList session={session} receipt={receipt} /> : null}
      {receipt && !receipt.waits ? <SignedUp session={session} receipt={receipt} takePart={takePart} /> : null}
      {receipt ? null : <PerhapsSignedUp session={session} />}
    </Page>
  )
}
