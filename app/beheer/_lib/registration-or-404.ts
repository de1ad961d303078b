import { notFound } from 'next/navigation'
import { getRegistration } from '@/lib/registrations/queries'
import { getSessionHeading } from '@/lib/sessions/queries'
import { idOr404 } from './params'

/** The sign-up that an address of the desk is about, with its kennissessie; without one it ends as not found. */
export async function registrationOr404(sessionId: unknown, id: unknown) {
  const ids = [idOr404(String(sessionId)), idOr404(String(id))] as const
  const [session, registration] = await Promise.all([getSessionHeading(ids[0]), getRegistration(...ids)])
  if (!session || !registration) notFound()
  return { session, registration }
}
