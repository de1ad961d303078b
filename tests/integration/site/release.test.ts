import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createFirstOrganiser } from '@/lib/organisers/commands'
import { routes } from '@/lib/platform/routes'
import { createTestDatabase } from '@/tests/support/database'
import { formIn, openForm, post } from '@/tests/support/form-post'
import { addParticipants, makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

const organiser = { name: 'Voorbeeld', email: 'o@example.nl', password: 'een goed wachtwoord' }
const typed = { onlineLink: 'https://vergaderen.example.nl/1', agenda: '- 15.00 uur: "welkom" & <b>kennismaken</b>' }
const soon = (hours: number) => new Date(Date.now() + hours * 3600_000)
const field = 'onlineLink'

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let cookie = ''
let sessionId = ''
beforeAll(async () => {
  test = await createTestDatabase()
  await createFirstOrganiser(organiser, { now: new Date() })
  site = await startSite({ env: { DATABASE_URL: test.url } })
  const login = await openForm(`${site.url}${routes.login()}`)
  for (const [name, value] of Object.entries(organiser)) login.fields.set(name, value)
  cookie = (await post(login)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await test.drop()
})
const anotherSession = async () => {
  const moments = { questionDeadlineAt: soon(24), registrationClosesAt: soon(48) }
  sessionId = (await makeSession(test.db, { ...moments, startsAt: soon(72), endsAt: soon(74) })).id
}
beforeEach(anotherSession)

const url = () => `${site.url}${routes.release(sessionId)}`
const page = async (path: string) => (await fetch(`${site.url}${path}`, { headers: { cookie } })).text()
const releases = () => test.db.release.count({ where: { sessionId } })
const mails = () => test.db.message.count({ where: { sessionId, kind: { in: ['release', 'changed'] } } })

/** The page that a press on a button gives, as a browser without scripts shows it. */
async function press(form: Awaited<ReturnType<typeof openForm>>, button: string, different: object = {}) {
  for (const [name, value] of Object.entries(different)) form.fields.set(name, value)
  form.fields.set('press', button)
  const answer = await post(form)
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}
const open = () => openForm(url(), { cookie, field })
const look = async (different: object = typed) => {
  const { html } = await press(await open(), 'look', different)
  return { html, form: formIn(html, url(), { cookie, field }) }
}
async function timed(form: Awaited<ReturnType<typeof openForm>>) {
  const from = performance.now()
  const answer = await press(form, 'release')
  return { ...answer, tookMs: Math.round(performance.now() - from) }
}

describe('releasing without a script', () => {
  it('for 500 people shows the mail and the number first, answers within 2 s, and then says how far it is', async () => {
    const toNobody = await timed((await look()).form)
    await anotherSession()
    await addParticipants(test.db, sessionId, 500)
    const { html, form } = await look()
    expect(html).toContain('Vrijgeven en mail 500 mensen')
    expect(html).toContain('De mail met opmaak')
    expect([await releases(), await mails()]).toEqual([0, 0])

    const { status, to, tookMs } = await timed(form)
    expect(status).toBe(303)
    process.stdout.write(`A release answered in ${toNobody.tookMs} ms for nobody, ${tookMs} ms for 500 people\n`)
    // A machine that is busy with other tests is late with any answer.
    expect(tookMs).toBeLessThan(Math.max(2_000, toNobody.tookMs * 5))
    expect(await page(to)).toMatch(/\d+ van 500 verstuurd/)
    expect(await mails()).toBe(500)
  })

  it('without having looked, or after changing something, shows it once more and releases nothing', async () => {
    await addParticipants(test.db, sessionId, 2)
    expect((await press(await open(), 'release', typed)).html).toContain('Vrijgeven en mail 2 mensen')
    const changes = [{ agenda: 'Anders' }, { onlineLink: `${typed.onlineLink}2` }, { after: '1' }, { looked: 'onzin' }]
    for (const change of changes) {
      const { form } = await look()
      const { html } = await press(form, 'release', change)
      expect(html).toContain('Je hebt nog iets veranderd')
      expect(html).not.toContain('<title>Fout')
    }
    expect([await releases(), await mails()]).toEqual([0, 0])
  })

  it('to another number than was shown shows the new number, and keeps what was typed', async () => {
    await addParticipants(test.db, sessionId, 1)
    const { html, form } = await look()
    expect(html).toContain('Vrijgeven en mail 1 persoon')
    await addParticipants(test.db, sessionId, 1)
    const again = await press(form, 'release')
    expect(again.html).toContain('Er kwam net iemand bij')
    expect(again.html).toContain('Vrijgeven en mail 2 mensen')
    expect([await releases(), await mails()]).toEqual([0, 0])
    const seen = formIn(again.html, url(), { cookie, field })
    expect(Object.fromEntries(seen.fields)).toMatchObject(typed)
    expect((await press(seen, 'release')).status).toBe(303)
    expect([await releases(), await mails()]).toEqual([1, 2])
  })

  it('once more is told at the look when nothing changed, and names a change as one', async () => {
    await press((await look()).form, 'release')
    expect((await look({})).html).toContain('Er is niets veranderd.')
    await addParticipants(test.db, sessionId, 1)
    const { html, form } = await look({ agenda: 'Anders' })
    expect(html).toContain('Wijziging vrijgeven en mail 1 persoon')
    expect(html).not.toContain('De kennissessie heeft een nieuwe link.')
    expect((await press(form, 'release')).status).toBe(303)
    expect([await releases(), await mails()]).toEqual([2, 1])
  })

  it('does not write over what a colleague released meanwhile, and loses nothing', async () => {
    const theirs = await look({ ...typed, agenda: 'Van een collega' })
    const { form } = await look()
    await press(theirs.form, 'release')
    let refused = await press(form, 'release')
    // Not even when it is sent again, without opening the page anew.
    for (const button of ['look', 'release']) {
      expect(refused.html).toContain('Een collega heeft net iets anders vrijgegeven.')
      const kept = formIn(refused.html, url(), { cookie, field })
      expect(Object.fromEntries(kept.fields)).toMatchObject(typed)
      refused = await press(kept, button)
    }
    expect(await releases()).toBe(1)
  })

  it('to nobody is one press, and says so', async () => {
    const { html, form } = await look()
    expect(html).toContain('Er is nog niemand aangemeld.')
    expect(html).toMatch(/>Vrijgeven<\/button>/)
    const { to } = await press(form, 'release')
    expect(await page(to)).toContain('Er was nog niemand aangemeld.')
  })
})
