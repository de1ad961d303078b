import { cookies } from 'next/headers'
import type { LoginCookie } from '@/lib/organisers/auth-adapter'

/** Passes on to the browser what it has to keep of a login, or forget. Only an action can. */
export async function setLoginCookies(loginCookies: LoginCookie[]): Promise<void> {
  const cookieStore = await cookies()
  for (const { name, value, ...options } of loginCookies) cookieStore.set(name, value, options)
}
