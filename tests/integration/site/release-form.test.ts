import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipants, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, parseForm, submitForm } from '@/tests/support/http/form-post'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

const organiser = { name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }
const releaseInput = {
  onlineLink: 'https://vergaderen.example.nl/1',
  agenda: '- 15.00 uur: "welkom" & <b>kennismaken</b>',
}
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3600_000)
const field = 'onlineLink'

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let cookie = ''
let sessionId = ''
beforeAll(async () => {
  database = await createTestDatabase()
  await createFirstOrganiser(organiser, { now: new Date() })
  site = await startSite({ env: { DATABASE_URL: database.url } })
  const login = await fetchForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) login.fields.set(name, value)
  cookie = (await submitForm(login)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})
const createNextSession = async () => {
  const moments = { questionDeadlineAt: hoursFromNow(24), registrationClosesAt: hoursFromNow(48) }
  sessionId = (
    await createTestSession(database.db, { ...moments, startsAt: hoursFromNow(72), endsAt: hoursFromNow(74) })
  ).id
}
beforeEach(createNextSession)

const url = () => `${site.url}${routes.release(sessionId)}`
const page = async (path: string) => (await fetch(`${site.url}${path}`, { headers: { cookie } })).text()
const releases = () => database.db.release.count({ where: { sessionId } })
const mails = () => database.db.message.count({ where: { sessionId, kind: { in: ['release', 'sessionChanged'] } } })

/** The page that a press on a button gives, as a browser without scripts shows it. */
async function pressButton(form: Awaited<ReturnType<typeof fetchForm>>, button: string, different: object = {}) {
  for (const [name, value] of Object.entries(different)) form.fields.set(name, value)
  form.fields.set('intent', button)
  const answer = await submitForm(form)
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}
const open = () => fetchForm(url(), { cookie, field })
const preview = async (different: object = releaseInput) => {
  const { html } = await pressButton(await open(), 'preview', different)
  return { html, form: parseForm(html, url(), { cookie, field }) }
}
async function releaseTimed(form: Awaited<ReturnType<typeof fetchForm>>) {
  const from = performance.now()
  const answer = await pressButton(form, 'release')
  return { ...answer, tookMs: Math.round(performance.now() - from) }
}

describe('releasing without a script', () => {
  it('for 500 people shows the mail and the number first, answers within 2 s, and then says how far it is', async () => {
    const toNobody = await releaseTimed((await preview()).form)
    await createNextSession()
    await addParticipants(database.db, sessionId, 500)
    const { html, form } = await preview()
    expect(html).toContain('Vrijgeven en mail 500 mensen')
    expect(html).toContain('De mail met opmaak')
    expect([await releases(), await mails()]).toEqual([0, 0])

    const { status, to, tookMs } = await releaseTimed(form)
    expect(status).toBe(303)
    process.stdout.write(`A release answered in ${toNobody.tookMs} ms for nobody, ${tookMs} ms for 500 people\n`)
    // A machine that is busy with other tests is late with any answer.
    expect(tookMs).toBeLessThan(Math.max(2_000, toNobody.tookMs * 5))
    expect(await page(to)).toMatch(/\d+ van 500 verstuurd/)
    expect(await mails()).toBe(500)
  })

  it('without having looked, or after changing something, shows it once more and releases nothing', async () => {
    await addParticipants(database.db, sessionId, 2)
    expect((await pressButton(await open(), 'release', releaseInput)).html).toContain('Vrijgeven en mail 2 mensen')
    const changes = [
      { agenda: 'Anders' },
      { onlineLink: `${releaseInput.onlineLink}2` },
      { after: '1' },
      { previewed: 'onzin' },
    ]
    for (const change of changes) {
      const { form } = await preview()
      const { html } = await pressButton(form, 'release', change)
      expect(html).toContain('Je hebt nog iets veranderd')
      expect(html).not.toContain('<title>Fout')
    }
    expect([await releases(), await mails()]).toEqual([0, 0])
  })

  it('to another number than was shown shows the new number, and keeps what was typed', async () => {
    await addParticipants(database.db, sessionId, 1)
    const { html, form } = await preview()
    expect(html).toContain('Vrijgeven en mail 1 persoon')
    await addParticipants(database.db, sessionId, 1)
    const again = await pressButton(form, 'release')
    expect(again.html).toContain('Er kwam net iemand bij')
    expect(again.html).toContain('Vrijgeven en mail 2 mensen')
    expect([await releases(), await mails()]).toEqual([0, 0])
    const seen = parseForm(again.html, url(), { cookie, field })
    expect(Object.fromEntries(seen.fields)).toMatchObject(releaseInput)
    expect((await pressButton(seen, 'release')).status).toBe(303)
    expect([await releases(), await mails()]).toEqual([1, 2])
  })

  it('once more is told at the look when nothing changed, and names a change as one', async () => {
    await pressButton((await preview()).form, 'release')
    expect((await preview({})).html).toContain('Er is niets veranderd.')
    await addParticipants(database.db, sessionId, 1)
    const { html, form } = await preview({ agenda: 'Anders' })
    expect(html).toContain('Wijziging vrijgeven en mail 1 persoon')
    expect(html).not.toContain('De kennissessie heeft een nieuwe link.')
    expect((await pressButton(form, 'release')).status).toBe(303)
    expect([await releases(), await mails()]).toEqual([2, 1])
  })

  it('does not write over what a colleague released meanwhile, and loses nothing', async () => {
    const theirs = await preview({ ...releaseInput, agenda: 'Van een collega' })
    const { form } = await preview()
    await pressButton(theirs.form, 'release')
    let refused = await pressButton(form, 'release')
    // Not even when it is sent again, without opening the page anew.
    for (const button of ['preview', 'release']) {
      expect(refused.html).toContain('Een collega heeft net iets anders vrijgegeven.')
      const kept = parseForm(refused.html, url(), { cookie, field })
      expect(Object.fromEntries(kept.fields)).toMatchObject(releaseInput)
      refused = await pressButton(kept, button)
    }
    expect(await releases()).toBe(1)
  })

  it('to nobody is one press, and says so', async () => {
    const { html, form } = await preview()
    expect(html).toContain('Er is nog niemand aangemeld.')
    expect(html).toMatch(/>Vrijgeven<\/button>/)
    const { to } = await pressButton(form, 'release')
    expect(await page(to)).toContain('Er was nog niemand aangemeld.')
  })
})
