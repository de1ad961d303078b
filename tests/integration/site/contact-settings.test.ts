import { describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { siteForSuite } from '@/tests/support/servers/site-suite'

describe('with contact settings', () => {
  const site = siteForSuite({ SECURITY_CONTACT: 'veiligheid@example.nl', CONTACT_EMAIL: 'contact@example.nl' })

  it('security.txt and the accessibility page name the contacts', async () => {
    const answer = await fetch(`${site.url}${routes.securityTxt()}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    const text = await answer.text()
    expect(text).toContain('Contact: mailto:veiligheid@example.nl\n')
    const [, expires = ''] = text.match(/^Expires: (.+)$/m) ?? []
    expect(new Date(expires).getTime()).toBeGreaterThan(Date.now())
    const page = await (await fetch(`${site.url}${routes.accessibility()}`)).text()
    expect(page).toContain('href="mailto:contact@example.nl"')
  })
})

describe('without contact settings', () => {
  const site = siteForSuite()

  it('there is no security.txt, and the accessibility page refers to the contacts of the sessions', async () => {
    expect((await fetch(`${site.url}${routes.securityTxt()}`)).status).toBe(404)
    const page = await (await fetch(`${site.url}${routes.accessibility()}`)).text()
    expect(page).not.toContain('mailto:')
    expect(page).toContain('Mail dan het contact van de kennissessie')
  })
})
