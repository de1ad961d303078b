import { NextResponse } from 'next/server'
import { completeMicrosoftLogin } from '@/lib/organisers/microsoft/login'

/**
 * Where Microsoft sends people back to. The one GET that changes something: it makes a login, for the browser that was sent
 * to Microsoft and carries the cookie of that, once.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { url, cookies } = await completeMicrosoftLogin({ query, headers: request.headers })
  const response = NextResponse.redirect(url, 303)
  for (const { name, value, ...options } of cookies) response.cookies.set(name, value, options)
  return response
}
