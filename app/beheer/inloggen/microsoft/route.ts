import { NextResponse } from 'next/server'
import { completeMicrosoftLogin } from '@/lib/organisers/microsoft/login'

/**
 * Completes a login with Microsoft. The only GET that changes something: it creates one login, for the browser that holds
 * the cookie of the start.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { url, cookies } = await completeMicrosoftLogin({ query, headers: request.headers })
  const response = NextResponse.redirect(url, 303)
  for (const { name, value, ...options } of cookies) response.cookies.set(name, value, options)
  return response
}
