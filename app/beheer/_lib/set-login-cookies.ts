import { cookies } from 'next/headers'
import type { LoginCookie } from '@/lib/organisers/auth-adapter'

/** Sets or clears the cookies of a login in the browser. Works in server actions only. */
export async function setLoginCookies(loginCookies: LoginCookie[]): Promise<void> {
  const cookieStore = await cookies()
  for (const { name, value, ...options } of loginCookies) cookieStore.set(name, value, options)
}
