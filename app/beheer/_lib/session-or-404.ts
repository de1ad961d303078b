import { notFound } from 'next/navigation'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { getSessionHeading, getSessionToEdit } from '@/lib/sessions/queries'
import { idOr404 } from './params'

/** Returns the session with this id. Shows the "not found" page if there is none. */
export async function sessionOr404(id: unknown) {
  return (await getSessionHeading(idOr404(id))) ?? notFound()
}

const pageLoader =
  <Session>(getSession: (id: string) => Promise<Session | null>) =>
  async (params: Promise<{ id: string }>, returnTo: (id: string) => string) => {
    const { id } = await params
    const organiser = await requireOrganiser(returnTo(id))
    return { organiser, session: (await getSession(idOr404(id))) ?? notFound(), now: clock.now() }
  }

/**
 * Returns the logged-in organiser, the session in the URL and the current time. Redirects to the login page without a
 * login, and shows the "not found" page when the session does not exist.
 */
export const loadSessionPage = pageLoader(getSessionHeading)

/** Like `loadSessionPage`, but the session includes all its details and the active questions of its sign-up form. */
export const loadSessionToEdit = pageLoader(getSessionToEdit)
