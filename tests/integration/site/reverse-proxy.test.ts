import { createServer, type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { upcomingTimes } from '@/tests/support/fixtures/dates'
import { createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, fetchForm, submitForm } from '@/tests/support/http/form-post'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const publicUrl = 'https://aanmelden.example.nl'
const organiser = { email: 'voorbeeld@example.nl', password: 'een goed wachtwoord' }
const site = await startSiteForFile({
  SITE_URL: publicUrl,
  SIGNUP_MIN_SECONDS: '1',
  ORGANISER_EMAIL: organiser.email,
  ORGANISER_PASSWORD: organiser.password,
})

it('accepts a registration with the public Origin when the proxy sends another Host', async () => {
  const session = await createTestSession(site.db, upcomingTimes())
  const form = await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, 'buiten@example.nl')
  const answer = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('set-cookie')).toMatch(/Secure/)
})

it('sends no request to a host that the visitor names', async () => {
  const externalRequests: IncomingMessage[] = []
  const externalServer = createServer((incoming, response) => {
    externalRequests.push(incoming)
    response.end()
  })
  await new Promise<void>((resolve) => externalServer.listen(0, '127.0.0.1', resolve))
  const host = `127.0.0.1:${(externalServer.address() as AddressInfo).port}`

  const form = await fetchForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) form.fields.set(name, value)
  const login = await submitForm({ ...form, headers: { ...form.headers, origin: publicUrl } })
  const cookie = (login.headers.getSetCookie()[0] ?? '').split(';')[0] ?? ''
  const adminPage = await (await fetch(`${site.url}${routes.admin()}`, { headers: { cookie } })).text()
  const [, actionId = ''] = adminPage.match(/\$ACTION_ID_([0-9a-f]+)/) ?? []
  expect(actionId).not.toBe('')

  const headers = { cookie, host, origin: `https://${host}`, 'next-action': actionId, 'content-type': 'text/plain' }
  const redirect = await new Promise<unknown>((resolve, reject) => {
    const sent = request(`${site.url}${routes.admin()}`, { method: 'POST', headers }, (response) => {
      response.resume().on('end', () => resolve(response.headers['x-action-redirect']))
    })
    sent.on('error', reject).end('[]')
  })
  expect(redirect).toContain(routes.loginAfterLogout())
  expect(externalRequests).toEqual([])
  externalServer.close()
})
