import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { routes } from '@/lib/platform/routes'
import { addParticipants, createTestSession } from '@/tests/support/fixtures/session'
import { fetchForm, parseForm, submitForm } from '@/tests/support/http/form-post'
import { startSiteForFile } from '@/tests/support/servers/site-for-file'

const organiser = { name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }
const releaseInput = {
  onlineLink: 'https://vergaderen.example.nl/1',
  agenda: '- 15.00 uur: "welkom" & <b>kennismaken</b>',
}
const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3600_000)
const field = 'onlineLink'

const site = await startSiteForFile()
let cookie = ''
let sessionId = ''
beforeAll(async () => {
  await createFirstOrganiser(organiser, { now: new Date() })
  const login = await fetchForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) login.fields.set(name, value)
  cookie = (await submitForm(login)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
}, 120_000)
const createNextSession = async () => {
  const moments = { questionDeadlineAt: hoursFromNow(24), registrationClosesAt: hoursFromNow(48) }
  sessionId = (await createTestSession(site.db, { ...moments, startsAt: hoursFromNow(72), endsAt: hoursFromNow(74) }))
    .id
}
beforeEach(createNextSession)

const url = () => `${site.url}${routes.release(sessionId)}`
const page = async (path: string) => (await fetch(`${site.url}${path}`, { headers: { cookie } })).text()
const releases = () => site.db.release.count({ where: { sessionId } })
const mails = () => site.db.message.count({ where: { sessionId, kind: { in: ['release', 'sessionChanged'] } } })

/** Submits the form with this button, as a browser without scripts does. */
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
  const startedAt = performance.now()
  const answer = await pressButton(form, 'confirm')
  return { ...answer, tookMs: Math.round(performance.now() - startedAt) }
}

describe('the release form without a script', () => {
  it('previews the mail for 500 participants, releases within 2 s, and shows the progress', async () => {
    const emptyRelease = await releaseTimed((await preview()).form)
    await createNextSession()
    await addParticipants(site.db, sessionId, 500)
    const { html, form } = await preview()
    expect(html).toContain('Vrijgeven en mail 500 mensen')
    expect(html).toContain('De mail met opmaak')
    expect([await releases(), await mails()]).toEqual([0, 0])

    const { status, to, tookMs } = await releaseTimed(form)
    expect(status).toBe(303)
    process.stdout.write(`A release answered in ${emptyRelease.tookMs} ms for nobody, ${tookMs} ms for 500 people\n`)
    // A busy machine is slow with any answer, so the empty release is the reference.
    expect(tookMs).toBeLessThan(Math.max(2_000, emptyRelease.tookMs * 5))
    expect(await page(to)).toMatch(/\d+ van 500 verstuurd/)
    expect(await mails()).toBe(500)
  })

  it('shows the preview again and releases nothing without a preview or after a change', async () => {
    await addParticipants(site.db, sessionId, 2)
    expect((await pressButton(await open(), 'confirm', releaseInput)).html).toContain('Vrijgeven en mail 2 mensen')
    const changes = [
      { agenda: 'Anders' },
      { onlineLink: `${releaseInput.onlineLink}2` },
      { seen: '1' },
      { previewed: 'onzin' },
    ]
    for (const change of changes) {
      const { form } = await preview()
      const { html } = await pressButton(form, 'confirm', change)
      expect(html).toContain('Je hebt nog iets veranderd')
      expect(html).not.toContain('<title>Fout')
    }
    expect([await releases(), await mails()]).toEqual([0, 0])
  })

  it('shows the preview again when the number of participants changed, and keeps the values', async () => {
    await addParticipants(site.db, sessionId, 1)
    const { html, form } = await preview()
    expect(html).toContain('Vrijgeven en mail 1 persoon')
    await addParticipants(site.db, sessionId, 1)
    const refused = await pressButton(form, 'confirm')
    expect(refused.html).toContain('Er kwam net iemand bij')
    expect(refused.html).toContain('Vrijgeven en mail 2 mensen')
    expect([await releases(), await mails()]).toEqual([0, 0])
    const secondPreview = parseForm(refused.html, url(), { cookie, field })
    expect(Object.fromEntries(secondPreview.fields)).toMatchObject(releaseInput)
    expect((await pressButton(secondPreview, 'confirm')).status).toBe(303)
    expect([await releases(), await mails()]).toEqual([1, 2])
  })

  it('says in a second preview that nothing changed, or announces a change', async () => {
    await pressButton((await preview()).form, 'confirm')
    expect((await preview({})).html).toContain('Er is niets veranderd.')
    await addParticipants(site.db, sessionId, 1)
    const { html, form } = await preview({ agenda: 'Anders' })
    expect(html).toContain('Wijziging vrijgeven en mail 1 persoon')
    expect(html).not.toContain('De kennissessie heeft een nieuwe link.')
    expect((await pressButton(form, 'confirm')).status).toBe(303)
    expect([await releases(), await mails()]).toEqual([2, 1])
  })

  it('does not overwrite the release of a colleague, and keeps the values', async () => {
    const colleaguePreview = await preview({ ...releaseInput, agenda: 'Van een collega' })
    const { form } = await preview()
    await pressButton(colleaguePreview.form, 'confirm')
    let refused = await pressButton(form, 'confirm')
    // Also when the form is sent again without reloading the page.
    for (const button of ['preview', 'confirm']) {
      expect(refused.html).toContain('Een collega heeft net iets anders vrijgegeven.')
      const kept = parseForm(refused.html, url(), { cookie, field })
      expect(Object.fromEntries(kept.fields)).toMatchObject(releaseInput)
      refused = await pressButton(kept, button)
    }
    expect(await releases()).toBe(1)
  })

  it('releases to nobody after the preview, and says so', async () => {
    const { html, form } = await preview()
    expect(html).toContain('Er is nog niemand aangemeld.')
    expect(html).toMatch(/>Vrijgeven<\/button>/)
    const { to } = await pressButton(form, 'confirm')
    expect(await page(to)).toContain('Er was nog niemand aangemeld.')
  })
})
