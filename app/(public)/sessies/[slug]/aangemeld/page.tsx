import type { Metadata } from 'next'
import { cookies } from 'next/headers'
import { notFound } from 'next/navigation'
import { Page } from '@/components/layout/page'
import { SignedUp } from '@/components/session/signed-up'
import { readReceipt, receiptCookie } from '@/lib/registrations/receipt'
import { getPublishedSession } from '@/lib/sessions/queries'

export const metadata: Metadata = { title: 'Je bent aangemeld - Aanschuif', robots: { index: false } }

export default async function SignedUpPage({ params }: PageProps<'/sessies/[slug]/aangemeld'>) {
  const { slug } = await params
  const session = await getPublishedSession(slug)
  if (!session) notFound()
  const receipt = readReceipt((await cookies()).get(receiptCookie)?.value, slug)
  return (
    <Page width="reading">
      <SignedUp session={session} receipt={receipt} />
    </Page>
  )
}
