import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { SessionPage } from '@/components/session/page/session-page'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { getSeats } from '@/lib/registrations/queries'
import { getPublishedSession } from '@/lib/sessions/queries'

type Props = { params: Promise<{ slug: string }> }

// `generateMetadata` and the page share one query per request.
const sessionBySlug = cache(getPublishedSession)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const session = await sessionBySlug((await params).slug)
  return session ? { title: `${session.title} - Aanschuif`, description: session.summary } : {}
}

export default async function PublicSessionPage({ params }: Props) {
  const { slug } = await params
  const session = await sessionBySlug(slug)
  if (!session) notFound()
  if (session.slug !== slug) redirect(routes.session(session.slug))
  return <SessionPage session={{ ...session, seats: await getSeats(session) }} now={clock.now()} />
}
