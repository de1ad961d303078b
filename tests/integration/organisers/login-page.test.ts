import { describe, expect, it } from 'vitest'
import { clientIpHeader } from '@/lib/http/client-ip'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { routes } from '@/lib/platform/routes'
import { fetchForm, submitForm } from '@/tests/support/http/form-post'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const organiser = { name: 'Voorbeeld', email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }

const site = await startSiteForFile()
const { db } = site

const open = (path: string, cookie = '') =>
  fetch(`${site.url}${path}`, { redirect: 'manual', headers: { accept: 'text/html', cookie } })
const redirectPath = (response: Response) => {
  const to = new URL(response.headers.get('location') ?? '', site.url)
  return to.pathname + to.search
}

/** Follows the redirect after a login, with its cookies, to the next one. */
const pathAfter = async (login: Response) =>
  redirectPath(
    await open(
      redirectPath(login),
      login.headers
        .getSetCookie()
        .map((each) => each.split(';')[0])
        .join('; '),
    ),
  )

async function sendLogin({
  email,
  password,
  path = routes.login() as string,
}: {
  email: string
  password: string
  path?: string
}) {
  const form = await fetchForm(`${site.url}${path}`)
  form.fields.set('email', email)
  form.fields.set('password', password)
  return submitForm(form)
}

async function loginCookie() {
  const [cookie = ''] = (await sendLogin(organiser)).headers.getSetCookie()
  return cookie.split(';')[0] ?? ''
}

// The tests depend on each other: no organiser, the first organiser, login and logout.
describe('log-in page', () => {
  it('mounts no route of better-auth', async () => {
    for (const path of ['/api/auth/sign-up/email', '/api/auth/sign-in/email', '/api/auth/get-session']) {
      const headers = { origin: site.url, 'content-type': 'application/json', 'content-length': '2' }
      expect((await fetch(`${site.url}${path}`, { method: 'POST', body: '{}', headers })).status).toBe(404)
    }
  })

  it('creates the first organiser with the link printed at start-up, which only works once', async () => {
    const link = site.printed().match(/http\S+sleutel=\S+/)?.[0] ?? ''
    const form = await fetchForm(link)
    expect(await db.organiser.count()).toBe(0)

    const wrong = await (await fetch(`${link}x`)).text()
    expect(wrong).toContain('Deze link werkt niet')
    expect(wrong).not.toContain('<input')

    form.fields.set('sleutel', 'onzin')
    for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
    expect(await (await submitForm(form)).text()).toContain('Het account is niet gemaakt')
    expect(await db.organiser.count()).toBe(0)

    const validForm = await fetchForm(link)
    for (const [name, value] of Object.entries(organiser)) validForm.fields.set(name, value)
    const response = await submitForm(validForm)
    expect([response.status, redirectPath(response)]).toEqual([303, routes.admin()])
    expect(response.headers.getSetCookie()[0]).toMatch(/^aanschuif\.session_token=.*HttpOnly; SameSite=lax$/i)
    expect(await (await fetch(link)).text()).toContain('Deze link werkt niet')
    expect(await createFirstOrganiser({ ...organiser, email: 'tweede@example.nl' }, { now: new Date() })).toMatchObject(
      { ok: false },
    )
  })

  it('opens the requested page after login, but no other site', async () => {
    const naar = new URLSearchParams({ naar: routes.auditLog() })
    expect(await pathAfter(await sendLogin({ ...organiser, path: `${routes.login()}?${naar}` }))).toBe(
      routes.auditLog(),
    )
    const form = await fetchForm(`${site.url}${routes.login()}`)
    for (const [name, value] of Object.entries({ ...organiser, naar: 'https://example.nl/beheer' }))
      form.fields.set(name, value)
    expect(await pathAfter(await submitForm(form))).toBe(routes.admin())
  })

  it('says at which address to log in when the browser does not keep the cookie', async () => {
    const page = await open(redirectPath(await sendLogin(organiser)))
    const text = await page.text()
    expect(page.status).toBe(200)
    expect(text).toContain('onthoudt niet dat je bent ingelogd')
    expect(text).toContain(`href="${site.url}${routes.login()}"`)
    const code = await open(routes.loginCode())
    expect(await (await open(redirectPath(code))).text()).toContain('bewaart geen cookies')
  })

  it('refuses the cookie after logout', async () => {
    const cookie = await loginCookie()
    const logOut = await fetchForm(`${site.url}${routes.login()}`)
    const adminHome = await (await open(routes.admin(), cookie)).text()
    const [, action = ''] = adminHome.match(/name="(\$ACTION_ID_\w+)"/) ?? []
    logOut.fields = new FormData()
    logOut.fields.set(action, '')
    const response = await submitForm({
      ...logOut,
      action: `${site.url}${routes.admin()}`,
      headers: { ...logOut.headers, cookie },
    })
    expect(response.status).toBe(303)
    expect(response.headers.getSetCookie().join()).toMatch(/aanschuif\.session_token=;.*Max-Age=0/i)
    expect((await open(routes.admin(), cookie)).status).toBe(307)
  })

  it('shows the same error for an unknown address and a wrong password, and never echoes a password', async () => {
    const mistakes = [
      { ...organiser, password: 'geen goed wachtwoord' },
      { ...organiser, email: 'onbekend@example.nl' },
    ]
    for (const mistake of mistakes) {
      const page = await (await sendLogin(mistake)).text()
      expect(page).toContain('<title>Fout: Inloggen - Aanschuif beheer</title>')
      expect(page).toContain('horen niet bij elkaar')
      expect(page).toContain(mistake.email)
      expect(page).not.toContain(mistake.password)
    }
  })

  it('limits attempts per IP address regardless of forged headers', async () => {
    const attempt = { email: 'ander@example.nl', password: 'geen goed wachtwoord' }
    for (let count = 0; count < 5; count += 1) await sendLogin(attempt)
    expect(await (await sendLogin(attempt)).text()).toMatch(/Wacht nog 1\d minuten/)

    let last = ''
    for (let count = 0; count < 21; count += 1) {
      const form = await fetchForm(`${site.url}${routes.login()}`)
      form.fields.set('email', `iemand${count}@example.nl`)
      form.fields.set('password', 'geen goed wachtwoord')
      const forged = { 'x-forwarded-for': `192.0.2.${count}`, [clientIpHeader]: `192.0.2.${count}` }
      last = await (await submitForm({ ...form, headers: { ...form.headers, ...forged } })).text()
    }
    expect(last).toMatch(/Wacht nog 1\d minuten/)
  })
})
