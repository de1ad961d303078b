import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import type { LoginCookie } from '@/lib/organisers/auth'

/** Sets or deletes login cookies in the browser, then redirects. Works only in a server action. */
export async function redirectWithCookies(path: string, loginCookies: LoginCookie[]): Promise<never> {
  const cookieStore = await cookies()
  for (const { name, value, ...options } of loginCookies) cookieStore.set(name, value, options)
  redirect(path)
}
