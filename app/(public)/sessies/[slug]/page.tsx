import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { requestLinkRecoveryAction } from '@/app/(public)/aanmelding/link-kwijt/actions'
import { SessionPage } from '@/components/session/page/session-page'
import { clock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { issueFormToken } from '@/lib/registrations/abuse-checks'
import { getSeats } from '@/lib/registrations/queries'
import { getPublishedSession, isReleased } from '@/lib/sessions/queries'
import { canJoin } from '@/lib/sessions/rules'
import { JoinButtonForm } from './_components/join-button-form'

type Props = { params: Promise<{ slug: string }> }

// `generateMetadata` and the page share one query per request.
const sessionBySlug = cache(getPublishedSession)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const session = await sessionBySlug((await params).slug)
  return session ? { description: session.summary } : {}
}

export default async function PublicSessionPage({ params }: Props) {
  const { slug } = await params
  const session = await sessionBySlug(slug)
  if (!session) notFound()
  if (session.slug !== slug) redirect(routes.session(session.slug))
  const now = clock.now()
  const [seats, released] = await Promise.all([getSeats(session), isReleased(session.id)])
  const view = { ...session, seats, isReleased: released }
  if (!canJoin(view, now)) {
    return (
      <>
        <title>{`${session.title} - Aanschuif`}</title>
        <SessionPage session={view} now={now} />
      </>
    )
  }
  const joinForm = (
    <JoinButtonForm
      action={requestLinkRecoveryAction}
      formToken={issueFormToken(now)}
      minSeconds={env().SIGNUP_MIN_SECONDS}
      session={{ id: session.id, title: session.title }}
    />
  )
  return <SessionPage session={view} now={now} joinForm={joinForm} />
}
