import { notFound } from 'next/navigation'
import { idOr404 } from '@/app/beheer/_lib/params'
import { getSeats } from '@/lib/registrations/queries'
import { getSessionPreview } from '@/lib/sessions/queries'

/** The kennissessie that a preview is of, with its form; without one the page ends as not found. */
export async function sessionPreviewOr404(id: string) {
  const session = (await getSessionPreview(idOr404(id))) ?? notFound()
  return { ...session, seats: await getSeats(session) }
}
