import { notFound } from 'next/navigation'
import { idOr404 } from '@/app/beheer/_lib/params'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { getSessionToEdit } from '@/lib/sessions/queries'

/** Loads what a page with all details of a session needs, after the login check. Ends as not found without a session. */
export async function loadSessionToEdit(params: Promise<{ id: string }>, returnTo: (id: string) => string) {
  const { id } = await params
  const organiser = await requireOrganiser(returnTo(id))
  const session = (await getSessionToEdit(idOr404(id))) ?? notFound()
  return { organiser, session, now: clock.now() }
}
