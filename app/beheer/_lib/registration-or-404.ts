import { notFound } from 'next/navigation'
import { getRegistration } from '@/lib/registrations/queries'
import { getSessionHeading } from '@/lib/sessions/queries'
import { idOr404 } from './params'

/** Returns a registration with its session. Shows the "not found" page if one of them is missing. */
export async function registrationOr404(sessionId: unknown, registrationId: unknown) {
  const ids = [idOr404(sessionId), idOr404(registrationId)] as const
  const [session, registration] = await Promise.all([getSessionHeading(ids[0]), getRegistration(...ids)])
  if (!session || !registration) notFound()
  return { session, registration }
}
