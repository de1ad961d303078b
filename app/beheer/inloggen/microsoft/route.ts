import { NextResponse } from 'next/server'
import { completeMicrosoftLogin } from '@/lib/organisers/microsoft/login'

/**
 * Completes a login at Microsoft, which redirects here. The only GET that changes data: it logs in the browser with the
 * cookie that was set when the login began.
 */
export async function GET(request: Request): Promise<NextResponse> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const { url, cookies } = await completeMicrosoftLogin({ query, headers: request.headers })
  const response = NextResponse.redirect(url, 303)
  for (const { name, value, ...options } of cookies) response.cookies.set(name, value, options)
  return response
}
