import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { PerhapsSignedUp, SignedUp } from '@/components/session/signed-up'
import { readReceipt, receiptCookie } from '@/lib/registrations/receipt'
import { getPublishedSession } from '@/lib/sessions/queries'

export const metadata: Metadata = { robots: { index: false } }

export default async function SignedUpPage({ params }: PageProps<'/sessies/[slug]/aangemeld'>) {
  const { slug } = await params
  const session = await getPublishedSession(slug)
  if (!session) notFound()
  const receipt = readReceipt((await cookies()).get(receiptCookie)?.value, slug)
  return (
    <Page width="reading">
      {receipt ? <SignedUp session={session} receipt={receipt} /> : <PerhapsSignedUp session={session} />}
    </Page>
  )
}
