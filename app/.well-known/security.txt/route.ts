import { notFound } from 'next/navigation'
import { securityTxt } from '@/lib/http/security-txt'
import { clock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** Whom to tell of a leak. Without a contact there is none to give: then there is no such file. */
export function GET() {
  const { SECURITY_CONTACT: contact } = env()
  if (!contact) notFound()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(securityTxt(contact, clock.now()), { headers })
}
