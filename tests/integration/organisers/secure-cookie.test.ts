import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { auth } from '@/lib/organisers/auth'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { logIn, logOut } from '@/lib/organisers/login'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'

const organiser = { name: 'Voorbeeld', email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

let database: TestDatabase
beforeAll(async () => {
  vi.stubEnv('SITE_URL', 'https://aanmelden.example.nl')
  database = await createTestDatabase()
  await createFirstOrganiser(organiser, { now: new Date() })
})
afterAll(() => database.drop())

test('over https the cookies, set and cleared, are bound to this host and never go over plain http', async () => {
  const result = await logIn({ ...organiser, ip: '192.0.2.1' })
  if (!result.ok) throw new Error(result.reason)
  const [login] = result.value
  const headers = new Headers({ cookie: `${login?.name}=${encodeURIComponent(login?.value ?? '')}` })
  expect((await auth().api.getSession({ headers }))?.user.email).toBe(organiser.email)

  const cookies = [...result.value, ...(await logOut(headers))]
  expect(cookies.length).toBeGreaterThan(1)
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/', domain: undefined })
    expect(cookie.name).toMatch(/^__Host-aanschuif\./)
  }
})
