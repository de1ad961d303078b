import { expect, test, vi } from 'vitest'
import { getLogin } from '@/lib/organisers/auth'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { logIn, logOut } from '@/lib/organisers/login'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { cookieHeader } from './organiser-fixtures'

const organiser = { name: 'Voorbeeld', email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

vi.stubEnv('SITE_URL', 'https://aanmelden.example.nl')
await createTestDatabase()
await createFirstOrganiser(organiser, { now: new Date() })

test('login cookies over https have the __Host- prefix and are never sent over http', async () => {
  const result = await logIn({ ...organiser, ip: '192.0.2.1' }, { now: new Date() })
  if (!result.ok) throw new Error(result.reason)
  const headers = new Headers({ cookie: cookieHeader(result.value) })
  expect((await getLogin(headers, new Date()))?.organiser.email).toBe(organiser.email)

  const cookies = [...result.value, ...(await logOut(headers))]
  expect(cookies.length).toBeGreaterThan(1)
  for (const cookie of cookies) {
    expect(cookie).toMatchObject({ secure: true, httpOnly: true, sameSite: 'lax', path: '/' })
    expect(cookie.domain).toBeUndefined()
    expect(cookie.name).toMatch(/^__Host-aanschuif\./)
  }
})
