import { expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const contacts = { SECURITY_CONTACT: 'veiligheid@example.nl', CONTACT_EMAIL: 'contact@example.nl' }
const siteWithContacts = await startSiteForFile(contacts)
const siteWithoutContacts = await startSiteForFile()

it('names the configured contacts in security.txt and on the accessibility page', async () => {
  const answer = await fetch(`${siteWithContacts.url}${routes.securityTxt()}`)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
  const text = await answer.text()
  expect(text).toContain('Contact: mailto:veiligheid@example.nl\n')
  const [, expires = ''] = text.match(/^Expires: (.+)$/m) ?? []
  expect(new Date(expires).getTime()).toBeGreaterThan(Date.now())
  const page = await (await fetch(`${siteWithContacts.url}${routes.accessibility()}`)).text()
  expect(page).toContain('href="mailto:contact@example.nl"')
})

it('without settings serves no security.txt and refers to the contacts of the sessions', async () => {
  expect((await fetch(`${siteWithoutContacts.url}${routes.securityTxt()}`)).status).toBe(404)
  const page = await (await fetch(`${siteWithoutContacts.url}${routes.accessibility()}`)).text()
  expect(page).not.toContain('mailto:')
  expect(page).toContain('Mail dan het contact van de kennissessie')
})
