import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import { auth } from './auth'
import { loginPage } from './return-path'

// The one file of lib that knows Next: the login cookie is in the request.

export type CurrentOrganiser = { id: string; name: string; email: string }

/** Who is logged in, or null. Looked up in the database for each request: whose access ended is out at once. */
export const currentOrganiser = cache(async (): Promise<CurrentOrganiser | null> => {
  const login = await auth().api.getSession({ headers: await headers() })
  return login && { id: login.user.id, name: login.user.name, email: login.user.email }
})

/** Who is logged in; anybody else goes to the log-in page, which leads back to `path`, the page that asks. */
export async function requireOrganiser(path: string): Promise<CurrentOrganiser> {
  return (await currentOrganiser()) ?? redirect(loginPage(path))
}
