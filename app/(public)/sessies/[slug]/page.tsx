import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { SessionPage } from '@/components/session/session-page'
import { clock } from '@/lib/platform/clock'
import { getPublishedSession } from '@/lib/sessions/queries'

type Props = { params: Promise<{ slug: string }> }

// Title and page need the same row: asked once a request.
const sessionBySlug = cache(getPublishedSession)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const session = await sessionBySlug((await params).slug)
  return session ? { title: `${session.title} - Aanschuif`, description: session.summary } : {}
}

export default async function Session({ params }: Props) {
  const session = await sessionBySlug((await params).slug)
  if (!session) notFound()
  return <SessionPage session={session} now={clock.now()} />
}
