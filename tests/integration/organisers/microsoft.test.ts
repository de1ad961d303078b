import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { endAccess } from '@/lib/organisers/access'
import { invite } from '@/lib/organisers/invitations'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { type OidcServer, startOidcServer } from '@/tests/support/servers/oidc-server'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'
import { addOrganiser, createAdmin } from './organiser-fixtures'

const settings = { tenant: randomUUID(), clientId: randomUUID(), clientSecret: 'een geheim + met tekens & zo' }

const { db, url } = await createTestDatabase()
let oidc: OidcServer
let site: Site
let admin: string
beforeAll(async () => {
  oidc = await startOidcServer(settings)
  site = await startSite({
    env: {
      DATABASE_URL: url,
      APP_SECRET: process.env.APP_SECRET ?? '',
      MICROSOFT_TENANT_ID: settings.tenant,
      MICROSOFT_CLIENT_ID: settings.clientId,
      MICROSOFT_CLIENT_SECRET: settings.clientSecret,
      MICROSOFT_AUTHORITY: oidc.url,
    },
  })
}, 120_000)
beforeEach(async () => {
  await db.organiser.deleteMany()
  await db.verification.deleteMany()
  oidc.nextClaims = { oid: 'oid-noor', email: 'noor@example.nl', name: 'Noor' }
  oidc.problems = []
  oidc.tokenRedirectTo = null
  admin = await createAdmin()
})
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await oidc.close()
})

const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .flatMap((cookie) => (/max-age=0/i.test(cookie) ? [] : [cookie.split(';')[0]]))
    .join('; ')

/** Submits the Microsoft form and follows the redirect. Returns the address to return to, and the cookies to send. */
async function goToMicrosoft(after = routes.admin() as string) {
  const login = `${site.url}${routes.login(after === routes.admin() ? undefined : after)}`
  const html = await (await fetch(login)).text()
  // The last form of the page: the first asks for a password.
  const [, ...forms] = html.match(/<form[\s\S]*?<\/form>/g) ?? []
  const form = await fetchForm(login)
  form.fields = new FormData()
  const last = forms.at(-1) ?? ''
  form.fields.set(last.match(/name="(\$ACTION_ID_\w+)"/)?.[1] ?? '', '')
  form.fields.set('naar', after)
  const loginResponse = await submitForm(form)
  const microsoftResponse = await fetch(loginResponse.headers.get('location') ?? '', { redirect: 'manual' })
  return { back: microsoftResponse.headers.get('location') ?? '', cookie: cookiesOf(loginResponse) }
}

async function returnFromMicrosoft({ back, cookie }: { back: string; cookie: string }) {
  const response = await fetch(back, { redirect: 'manual', headers: { cookie, accept: 'text/html' } })
  return { to: response.headers.get('location')?.replace(site.url, ''), cookie: cookiesOf(response) }
}
const logIn = async () => returnFromMicrosoft(await goToMicrosoft())
const refused = { to: routes.loginAfterMicrosoftRefusal() }
const accountPage = async (cookie: string) =>
  (await fetch(`${site.url}${routes.account()}`, { headers: { cookie } })).text()

describe('login with Microsoft', () => {
  it('identifies an organiser by address at first, and by Microsoft account afterwards', async () => {
    await addOrganiser(db, { invitedBy: admin, email: 'noor@example.nl' })
    const first = await logIn()
    expect(first.to).toBe(routes.admin())
    expect(await accountPage(first.cookie)).toContain('noor@example.nl')
    oidc.nextClaims = { ...oidc.nextClaims, email: 'nieuwe-naam@example.nl' }
    expect(await accountPage((await logIn()).cookie)).toContain('noor@example.nl')
    expect(oidc.problems).toEqual([])
  })

  it('opens the requested page', async () => {
    await addOrganiser(db, { invitedBy: admin, email: 'noor@example.nl' })
    expect((await returnFromMicrosoft(await goToMicrosoft(routes.auditLog()))).to).toBe(routes.auditLog())
  })

  it('stores no token of Microsoft', async () => {
    await addOrganiser(db, { invitedBy: admin, email: 'noor@example.nl' })
    await logIn()
    await logIn()
    const account = await db.account.findFirstOrThrow({ where: { providerId: 'microsoft' } })
    expect(account).toMatchObject({ accountId: 'oid-noor', accessToken: null, refreshToken: null, idToken: null })
  })

  it('accepts a pending invitation, but not an expired one', async () => {
    const invitation = { name: 'Noor', email: 'noor@example.nl', role: 'staff' } as const
    const longAgo = new Date(Date.now() - (48 * 60 + 1) * 60_000)
    const invited = await invite(invitation, { now: longAgo, organiserId: admin })
    expect(await logIn()).toMatchObject(refused)
    await db.organiser.delete({ where: { id: invited.ok ? invited.value.id : '' } })
    await invite(invitation, { now: new Date(), organiserId: admin })
    expect((await logIn()).to).toBe(routes.admin())
    expect(await db.organiser.findFirst({ where: { email: invitation.email } })).toMatchObject({
      role: 'staff',
      acceptedAt: expect.any(Date),
    })
    expect(await db.auditEntry.count({ where: { action: 'invitationAccepted' } })).toBeGreaterThan(0)
  })

  it('never creates an organiser', async () => {
    expect(await logIn()).toEqual({ ...refused, cookie: '' })
    expect(await db.organiser.count()).toBe(1)
    expect(await db.account.count({ where: { providerId: 'microsoft' } })).toBe(0)
    expect(await (await fetch(`${site.url}${routes.loginAfterMicrosoftRefusal()}`)).text()).toContain(
      'Inloggen met Microsoft lukte niet',
    )
  })

  it('refuses an organiser whose access ended, by address and by Microsoft account', async () => {
    const id = await addOrganiser(db, { invitedBy: admin, email: 'noor@example.nl' })
    await endAccess(id, { now: new Date(), organiserId: admin })
    expect(await logIn()).toMatchObject(refused)
    await db.organiser.update({ where: { id }, data: { endedAt: null } })
    await logIn()
    await endAccess(id, { now: new Date(), organiserId: admin })
    expect(await logIn()).toEqual({ ...refused, cookie: '' })
    expect(await db.login.count({ where: { userId: id } })).toBe(0)
  })

  it.each([
    ['of another tenant', { tid: randomUUID() }],
    ['of another issuer', { iss: 'https://example.nl/v2.0' }],
    ['for another application', { aud: randomUUID() }],
    ['without an account id', { oid: undefined }],
    ['without an address', { email: undefined }],
    ['with an empty address', { email: '' }],
    ['with an incomplete address', { email: 'noor@example' }],
  ])('refuses a token %s', async (_, different) => {
    await addOrganiser(db, { invitedBy: admin, email: 'noor@example.nl' })
    oidc.nextClaims = { ...oidc.nextClaims, ...different }
    expect(await logIn()).toEqual({ ...refused, cookie: '' })
  })

  it('follows no redirect of the token endpoint', async () => {
    await addOrganiser(db, { invitedBy: admin, email: 'noor@example.nl' })
    oidc.tokenRedirectTo = `${oidc.url}/elders`
    expect(await logIn()).toEqual({ ...refused, cookie: '' })
    expect(oidc.problems).toEqual([])
    // Control: the test server reports a request to that address.
    await fetch(oidc.tokenRedirectTo, { method: 'POST' })
    expect(oidc.problems).toEqual(['refused POST /elders'])
  })

  it('completes once, in the browser that started it', async () => {
    await addOrganiser(db, { invitedBy: admin, email: 'noor@example.nl' })
    const started = await goToMicrosoft()
    expect((await returnFromMicrosoft({ ...started, cookie: '' })).cookie).toBe('')
    const restarted = await goToMicrosoft()
    expect((await returnFromMicrosoft(restarted)).to).toBe(routes.admin())
    expect((await returnFromMicrosoft(restarted)).cookie).toBe('')
    expect(
      (await returnFromMicrosoft({ back: `${site.url}${routes.microsoftCallback()}?code=x&state=y`, cookie: '' }))
        .cookie,
    ).toBe('')
    expect(
      (await returnFromMicrosoft({ back: `${site.url}${routes.microsoftCallback()}?error=access_denied`, cookie: '' }))
        .cookie,
    ).toBe('')
  })
})
