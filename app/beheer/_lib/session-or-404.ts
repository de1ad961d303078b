import { notFound } from 'next/navigation'
import { getSessionHeading } from '@/lib/sessions/queries'
import { idOr404 } from './params'

/** The kennissessie that an address of the desk is about; without one the page or action ends as not found. */
export async function sessionOr404(id: unknown) {
  return (await getSessionHeading(idOr404(String(id)))) ?? notFound()
}
