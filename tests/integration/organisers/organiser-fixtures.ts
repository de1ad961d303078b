import type { PrismaClient } from '@/lib/db/client'
import { getLogin } from '@/lib/organisers/auth'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { acceptInvitation, invite } from '@/lib/organisers/invitations'
import { logIn } from '@/lib/organisers/login'
import type { Role } from '@/lib/organisers/schema'
import { beginTwoFactorSetup, confirmTwoFactorSetup, getPendingTotpKey } from '@/lib/organisers/two-factor/setup'
import { createPersonalToken } from '@/lib/personal-links/token'
import { totp } from '@/tests/support/fixtures/totp'

export const password = 'een goed wachtwoord'
export const ip = '192.0.2.1'

/** Creates the first organiser, an admin. */
export async function createAdmin(now = new Date(), email = 'beheerder@example.nl'): Promise<string> {
  const made = await createFirstOrganiser({ name: 'Voorbeeld Beheerder', email, password }, { now })
  if (!made.ok) throw new Error(made.reason)
  return made.value.id
}

/** Creates an organiser who accepted an invitation. */
export async function addOrganiser(
  db: PrismaClient,
  { invitedBy, email, role = 'staff', now = new Date() }: { invitedBy: string; email: string; role?: Role; now?: Date },
): Promise<string> {
  const name = `Voorbeeld ${email.split('@')[0]}`
  const invited = await invite({ name, email, role }, { now, organiserId: invitedBy })
  if (!invited.ok) throw new Error(invited.reason)
  const accepted = await acceptInvitation(
    { token: await linkToken(db, invited.value.id, 'invitation'), name, password },
    { now },
  )
  if (!accepted.ok) throw new Error(accepted.reason)
  return invited.value.id
}

/** Deletes all organisers and creates an admin and a colleague. Returns their ids. */
export async function resetToAdminAndColleague(
  db: PrismaClient,
  { email, role = 'staff' }: { email: string; role?: Role },
): Promise<{ admin: string; id: string }> {
  await db.organiser.deleteMany()
  await db.auditEntry.deleteMany()
  await db.rateLimit.deleteMany()
  const admin = await createAdmin()
  return { admin, id: await addOrganiser(db, { invitedBy: admin, email, role }) }
}

/** E-mail address of the organiser who is logged in with these headers. Returns `undefined` if the login ended. */
export const loggedInEmail = async (headers: Headers) => (await getLogin(headers, new Date()))?.organiser.email

/** Id of the login of these headers. Returns an empty string if it ended. */
export const currentLoginId = async (headers: Headers) => (await getLogin(headers, new Date()))?.id ?? ''

/** Token in the last link that an organiser was mailed. */
export async function linkToken(db: PrismaClient, id: string, purpose: 'invitation' | 'new-password'): Promise<string> {
  const owner = await db.organiser.findUniqueOrThrow({ where: { id }, select: { id: true, tokenVersion: true } })
  return createPersonalToken(purpose, owner)
}

export const loginHeaders = async (email: string) => new Headers({ cookie: await loginCookie(email) })

export async function loginCookie(email: string): Promise<string> {
  const login = await logIn({ email, password, ip }, { now: new Date() })
  if (!login.ok) throw new Error(login.reason)
  return cookieHeader(login.value)
}

export const cookieHeader = (cookies: { name: string; value: string }[]) =>
  cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('; ')

/** Sets up two-factor login. Returns the key, the recovery codes and the headers of the current login. */
export async function setUpTwoFactor(
  db: PrismaClient,
  { organiserId, email }: { organiserId: string; email: string },
): Promise<{ key: string; codes: string[]; headers: Headers }> {
  const headers = await loginHeaders(email)
  const actor = { now: new Date(), organiserId }
  await beginTwoFactorSetup({ password, headers }, actor)
  const { key = '' } = (await getPendingTotpKey(organiserId, email)) ?? {}
  const loginId = await currentLoginId(headers)
  const confirmed = await confirmTwoFactorSetup({ code: totp(key, new Date()), headers, loginId }, actor)
  if (!confirmed.ok) throw new Error(confirmed.reason)
  await db.rateLimit.deleteMany()
  return { key, codes: confirmed.value, headers }
}

/** Headers of a browser that gave the right password and owes a code. */
export async function passwordOnlyHeaders(email: string): Promise<Headers> {
  const login = await logIn({ email, password, ip }, { now: new Date() })
  if (login.ok || login.reason !== 'code') throw new Error('no code was asked')
  return new Headers({ cookie: cookieHeader(login.cookies) })
}

/** Cookie of an organiser with two-factor login who gave the right password and owes a code. */
export async function challengedCookie(db: PrismaClient, invitedBy: string): Promise<string> {
  const email = 'stappen@example.nl'
  const organiserId = await addOrganiser(db, { invitedBy, email })
  await setUpTwoFactor(db, { organiserId, email })
  return (await passwordOnlyHeaders(email)).get('cookie') ?? ''
}
