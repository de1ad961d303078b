import { notFound } from 'next/navigation'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { getSessionHeading } from '@/lib/sessions/queries'
import { idOr404 } from './params'

/** The session with this id. Ends as not found without one. */
export async function sessionOr404(id: unknown) {
  return (await getSessionHeading(idOr404(id))) ?? notFound()
}

/** What every page about one session starts with: the login check, the session (or not found) and the time. */
export async function loadSessionPage(params: Promise<{ id: string }>, returnTo: (id: string) => string) {
  const { id } = await params
  const organiser = await requireOrganiser(returnTo(id))
  return { organiser, session: await sessionOr404(id), now: clock.now() }
}
