import { setTimeout } from 'node:timers/promises'
import { describe, expect, it, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { issueFormToken } from '@/lib/registrations/abuse-checks'
import { releaseSession } from '@/lib/sessions/release'
import { upcomingTimes } from '@/tests/support/fixtures/dates'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { createTestSession } from '@/tests/support/fixtures/session'
import { naughtyStrings } from '@/tests/support/hostile-input/naughty-strings'
import { fetchFilledRegistrationForm, parseForm, submitForm } from '@/tests/support/http/form-post'
import { isFullFaultRun } from '@/tests/support/run/full-run'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

const site = await startSiteForFile({
  ...sharedSecret,
  SIGNUP_MIN_SECONDS: '1',
  SIGNUP_LIMIT_PER_IP: '100000',
  SIGNUP_LIMIT_PER_ADDRESS: '1000',
})

/** In a normal run each hostile text is sent in one of the fields, in a full run in every field. */
const isIncluded = (text: number) => (_field: string, position: number, fields: string[]) =>
  isFullFaultRun || position === text % fields.length

const createUpcomingSession = () => createTestSession(site.db, upcomingTimes())
const formUrl = (session: { slug: string }) => `${site.url}${routes.register(session.slug)}`
const storedRegistrations = (sessionId: string) =>
  site.db.registration.findMany({ where: { sessionId }, include: { answers: true } })

describe('the registration form without a script', () => {
  it('stores the registration, redirects to the confirmation page and mails within five seconds', async () => {
    const session = await createUpcomingSession()
    const answer = await submitForm(await fetchFilledRegistrationForm(formUrl(session), 'een@example.nl'))
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toContain(`${routes.registrationConfirmation(session.slug)}?`)
    const cookie = answer.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/HttpOnly/i)
    expect(await storedRegistrations(session.id)).toHaveLength(1)
    const [mail] = await vi.waitFor(
      async () => {
        const mails = await site.mailsTo('een@example.nl')
        expect(mails).toHaveLength(1)
        return mails
      },
      { timeout: 5_000, interval: 100 },
    )
    expect(mail?.text).not.toContain('Antwoord')
  })

  it('shows no personal link on the confirmation page, and the same page for a known address', async () => {
    const session = await createUpcomingSession()
    const release = {
      sessionId: session.id,
      onlineLink: 'https://v.example.nl/1',
      agenda: 'Welkom',
      after: 0,
      expected: 0,
    }
    await createTestOrganiser(site.db)
    await releaseSession(release, { now: new Date(), organiserId: 'organisator' })
    const pageAfterRegistering = async () => {
      const answer = await submitForm(await fetchFilledRegistrationForm(formUrl(session), 'link@example.nl'))
      const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? ''
      const page = await fetch(`${site.url}${answer.headers.get('location')}`, { headers: { cookie } })
      return /<main.*<\/main>/s.exec(await page.text())?.[0].replace(/value="[^"]*"|\$ACTION\S*/g, '')
    }
    const page = await pageAfterRegistering()
    expect(page).toContain('link@example.nl')
    expect(page).not.toMatch(/\/deelnemen\/|\/aanmelding\/[^l]/)
    expect(await pageAfterRegistering()).toBe(page)
  })

  it('shows each of two sign-ups in one browser its own address', async () => {
    const session = await createUpcomingSession()
    const pages: { url: string; email: string }[] = []
    const cookies: string[] = []
    for (const email of ['tab-een@example.nl', 'tab-twee@example.nl']) {
      const answer = await submitForm(await fetchFilledRegistrationForm(formUrl(session), email))
      cookies.push(answer.headers.get('set-cookie')?.split(';')[0] ?? '')
      pages.push({ url: `${site.url}${answer.headers.get('location')}`, email })
    }
    for (const { url, email } of pages) {
      const text = await (await fetch(url, { headers: { cookie: cookies.join('; ') } })).text()
      expect(text.match(/tab-(een|twee)@example\.nl/)?.[0]).toBe(email)
    }
  })

  it('stores one registration and one mail for twenty identical concurrent requests', async () => {
    const session = await createUpcomingSession()
    const form = await fetchFilledRegistrationForm(formUrl(session), 'twintig@example.nl')
    const answers = await Promise.all(Array.from({ length: 20 }, () => submitForm(form)))
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(303))
    expect(await storedRegistrations(session.id)).toHaveLength(1)
    await vi.waitFor(async () => expect(await site.mailsTo('twintig@example.nl')).toHaveLength(1), { timeout: 5_000 })
    expect(await site.db.message.count({ where: { sessionId: session.id } })).toBe(1)
  })

  it('answers a known address with the same status in the same time as a new one', async () => {
    const session = await createUpcomingSession()
    await submitForm(await fetchFilledRegistrationForm(formUrl(session), 'bekend@example.nl'))
    const forms = (email: (round: number) => string) =>
      Promise.all(Array.from({ length: 15 }, (_, round) => fetchFilledRegistrationForm(formUrl(session), email(round))))
    const [knownForms, newForms] = [
      await forms(() => 'bekend@example.nl'),
      await forms((round) => `nieuw${round}@example.nl`),
    ]
    const time = async (form: (typeof knownForms)[number]) => {
      const startedAt = performance.now()
      const answer = await submitForm(form)
      return { ms: performance.now() - startedAt, status: answer.status, location: answer.headers.get('location') }
    }
    const sent: Record<'known' | 'fresh', ReturnType<typeof time>[]> = { known: [], fresh: [] }
    for (const [round, form] of knownForms.entries()) {
      // Both concurrently, in alternating order, so that the load of the machine affects both equally.
      const pair = [['known', form] as const, ['fresh', newForms[round] ?? form] as const]
      for (const [kind, form] of round % 2 === 0 ? pair : pair.toReversed()) sent[kind].push(time(form))
      await Promise.all([...sent.known, ...sent.fresh])
    }
    const [known, fresh] = [await Promise.all(sent.known), await Promise.all(sent.fresh)]
    const differences = known.map(({ ms }, round) => ms - (fresh[round]?.ms ?? Number.NaN))
    const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[7] ?? Number.NaN
    const path = (answer: (typeof known)[number] | undefined) => answer?.location?.split('?')[0]
    expect(known[0]?.status).toBe(303)
    expect(path(known[0])).toBe(path(fresh[0]))
    expect(Math.abs(median(differences))).toBeLessThan(Math.max(20, median(known.map(({ ms }) => ms)) / 10))
  })

  it('refuses a registration after closing, and shows the values that were typed', async () => {
    const session = await createUpcomingSession()
    const form = await fetchFilledRegistrationForm(formUrl(session), 'telaat@example.nl')
    await site.db.session.update({
      where: { id: session.id },
      data: { questionDeadlineAt: new Date(Date.now() - 2_000), registrationClosesAt: new Date(Date.now() - 1_000) },
    })
    const page = await (await submitForm(form)).text()
    expect(page).toContain('Je kunt je niet meer aanmelden')
    expect(page).toContain('telaat@example.nl')
    expect(page).toContain('Antwoord')
    expect(await storedRegistrations(session.id)).toHaveLength(0)
  })

  it('refuses an old form after a cancellation, and registers again when it is sent once more', async () => {
    const session = await createUpcomingSession()
    const form = await fetchFilledRegistrationForm(formUrl(session), 'terug@example.nl')
    await submitForm(form)
    await site.db.registration.updateMany({ where: { sessionId: session.id }, data: { cancelledAt: new Date() } })
    const page = await (await submitForm(form)).text()
    expect(page).toContain('Je staat niet meer op de lijst')
    expect(page).toContain('value="terug@example.nl"')
    expect(await storedRegistrations(session.id)).not.toMatchObject([{ cancelledAt: null }])

    form.fields.set('form', String(parseForm(page, formUrl(session), { field: 'email' }).fields.get('form')))
    await setTimeout(1_100)
    expect((await submitForm(form)).status).toBe(303)
    expect(await storedRegistrations(session.id)).toMatchObject([{ cancelledAt: null }])
  })

  it.each([
    ['looks-automated', 'We willen zeker weten dat je een mens bent', { website: 'x' }],
    ['form-expired', 'Het formulier stond te lang open', { form: 'x.y' }],
    ['unknown-municipality', 'We kennen deze gemeente niet', { municipality: 'GM9999' }],
  ])('refuses with %s and keeps the values in the form', async (_, message, fields) => {
    const session = await createUpcomingSession()
    const form = await fetchFilledRegistrationForm(formUrl(session), 'mens@example.nl')
    for (const [name, value] of Object.entries(fields)) form.fields.set(name, value)
    const page = await (await submitForm(form)).text()
    expect(page).toContain(message)
    expect(page).toContain('<title>Fout: ')
    expect(page).toContain('value="mens@example.nl"')
    expect(page).not.toContain('value="x"')
    expect(await storedRegistrations(session.id)).toHaveLength(0)
  })

  it('refuses an answer to a question of another session', async () => {
    const [session, other] = [await createUpcomingSession(), await createUpcomingSession()]
    const form = await fetchFilledRegistrationForm(formUrl(session), 'vreemd@example.nl')
    form.fields.set(`answers.${other.questions[0]?.id}`, 'Hallo')
    const answer = await submitForm(form)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('<title>Fout: ')
    expect(await storedRegistrations(session.id)).toHaveLength(0)
  })

  it('answers hostile text in every field without a failure or an incomplete registration', async () => {
    const session = await createUpcomingSession()
    const form = await fetchFilledRegistrationForm(formUrl(session), 'naar@example.nl')
    const names = [...form.fields.keys()].filter((name) => !name.startsWith('$'))
    const validValues = new Map(names.map((name) => [name, form.fields.get(name) ?? '']))
    const attempts = naughtyStrings.flatMap((text, index) =>
      names.filter(isIncluded(index)).map((name) => async () => {
        const fields = new FormData()
        for (const [field, value] of [...form.fields, ...validValues]) fields.set(field, value)
        fields.set('email', `naar${index}-${names.indexOf(name)}@example.nl`)
        fields.set('form', issueFormToken(new Date(Date.now() - 5_000)))
        fields.set(name, text)
        const { status } = await submitForm({ ...form, fields })
        return [200, 303].includes(status) ? [] : [`${name} ${JSON.stringify(text).slice(0, 40)}: ${status}`]
      }),
    )
    const failures: string[] = []
    while (attempts.length > 0) {
      failures.push(...(await Promise.all(attempts.splice(0, 20).map((attempt) => attempt()))).flat())
    }
    expect(failures).toEqual([])
    const all = await storedRegistrations(session.id)
    expect(all.every(({ answers }) => answers.length === 3)).toBe(true)
    expect(await site.db.message.count({ where: { sessionId: session.id, kind: 'confirmation' } })).toBe(all.length)
  }, 240_000)
})
