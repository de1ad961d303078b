import { notFound } from 'next/navigation'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { getSessionHeading, getSessionToEdit } from '@/lib/sessions/queries'
import { idOr404 } from './params'

/** Returns the session with this id. Ends with "not found" if there is none. */
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

/** Checks the login for a page about one session. Returns the organiser, the session and the time, or ends with "not found". */
export const loadSessionPage = pageLoader(getSessionHeading)

/** Checks the login for a page with all details and active questions of a session. Ends with "not found" without one. */
export const loadSessionToEdit = pageLoader(getSessionToEdit)
