import { notFound } from 'next/navigation'
import { securityTxt } from '@/lib/http/security-txt'
import { clock } from '@/lib/platform/clock'
import { env } from '@/lib/platform/env'

export const dynamic = 'force-dynamic'

/** Responds with the contact for reporting a vulnerability (RFC 9116), or with 404 if no contact is set. */
export function GET() {
  const { SECURITY_CONTACT: contact } = env()
  if (!contact) notFound()
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }
  return new Response(securityTxt(contact, clock.now()), { headers })
}
