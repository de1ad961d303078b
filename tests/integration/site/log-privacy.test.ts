import { expect, it, vi } from 'vitest'
import { createPersonalToken } from '@/lib/personal-links/token'
import { routes } from '@/lib/platform/routes'
import { releaseSession } from '@/lib/sessions/release'
import { setConnectionsAllowed } from '@/tests/support/database/database-outage'
import { upcomingTimes } from '@/tests/support/fixtures/dates'
import { createTestOrganiser } from '@/tests/support/fixtures/organiser'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'
import { fetchFilledRegistrationForm, fetchForm, submitForm } from '@/tests/support/http/form-post'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

/** Personal data and secrets in words that occur nowhere else. */
const canaries = {
  name: 'Merkbare Naamgever',
  email: 'merkbaar.adres@example.nl',
  role: 'merkwaardige functie',
  answer: 'gemerkt antwoord',
  needs: 'gemerkte behoefte',
  phone: '0612987654',
  password: 'gemerkt wachtwoord dat niet klopt',
  organiser: 'merkorganisator@example.nl',
  organiserPassword: 'gemerkt wachtwoord dat klopt',
  meeting: 'https://vergaderen.example.nl/gemerkte-kamer',
  path: 'gemerkt-pad',
  changedRole: 'veranderde merkfunctie',
  changedAnswer: 'veranderd merkantwoord',
  newAddress: 'gevraagd.merkadres@example.nl',
  colleague: 'Merkbare Collega',
  colleagueEmail: 'merkcollega@example.nl',
  lost: 'verloren.merkadres@example.nl',
  searched: 'gezocht.merkadres@example.nl',
}

const site = await startSiteForFile({
  ...sharedSecret,
  SIGNUP_MIN_SECONDS: '1',
  LOG_LEVEL: 'debug',
  ORGANISER_EMAIL: canaries.organiser,
  ORGANISER_PASSWORD: canaries.organiserPassword,
})

async function fetchRegistrationForm(session: { slug: string }) {
  const form = await fetchFilledRegistrationForm(`${site.url}${routes.register(session.slug)}`, canaries.email)
  for (const name of ['name', 'role', 'needs', 'phone'] as const) form.fields.set(name, canaries[name])
  form.fields.set('contactWish', 'phone')
  for (const name of form.fields.keys()) if (name.startsWith('answers.')) form.fields.set(name, canaries.answer)
  return form
}

async function logIn(email: string, password: string) {
  const form = await fetchForm(`${site.url}${routes.login()}`)
  form.fields.set('email', email)
  form.fields.set('password', password)
  return submitForm(form)
}

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}${path}`, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' })

/** Makes the table inaccessible to the site during `run`. */
async function withoutTable(table: string, run: () => Promise<unknown>) {
  await site.db.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}Away"`)
  await run()
  await site.db.$executeRawUnsafe(`ALTER TABLE "${table}Away" RENAME TO "${table}"`)
}

/** Returns the text as it is, and as it would be in a URL or in JSON. */
const encodings = (text: string) => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]

/** Uses every form behind a personal link. Returns the tokens that it used. */
async function useSelfServiceLinks(sessionId: string): Promise<string[]> {
  const [one, other] = await Promise.all([addParticipant(site.db, sessionId), addParticipant(site.db, sessionId)])
  const row = (id: string) => site.db.registration.findUniqueOrThrow({ where: { id } })
  const token = createPersonalToken('manage', await row(one.id))
  // Opened now, because a form that is sent too soon is refused.
  const recoveryForm = await fetchForm(`${site.url}${routes.linkRecovery()}`)
  const send = async (path: string, values: Record<string, string>) => {
    const form = path === routes.linkRecovery() ? recoveryForm : await fetchForm(`${site.url}${path}`)
    for (const [name, value] of Object.entries(values)) form.fields.set(name, value)
    return await (await submitForm(form)).text()
  }
  const { questions } = await site.db.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { questions: true },
  })
  const answers = Object.fromEntries(questions.map(({ id }) => [`answers.${id}`, canaries.changedAnswer]))
  const change = { ...answers, role: canaries.changedRole, municipality: 'GM0344', contactWish: 'none' }
  await send(routes.selfServiceEdit(token), change)
  expect(await row(one.id)).toMatchObject({ role: canaries.changedRole })
  await send(routes.selfServiceEmail(token), { email: canaries.newAddress })
  const asked = await site.db.emailChangeRequest.findFirstOrThrow({ where: { email: canaries.newAddress } })
  await vi.waitFor(async () => expect(await site.mailsTo(canaries.newAddress)).toHaveLength(1), { timeout: 10_000 })
  await send(routes.selfServiceTransfer(token), {
    name: canaries.colleague,
    email: `${canaries.colleagueEmail} x`,
    role: 'x',
  })
  const colleague = { name: canaries.colleague, email: canaries.colleagueEmail, role: 'x' }
  await send(routes.selfServiceTransfer(token), { ...colleague, intent: 'do', previewed: canaries.colleagueEmail })
  expect(await row(one.id)).toMatchObject({ transferredToId: expect.any(String) })
  await vi.waitFor(async () => expect(await site.mailsTo(canaries.colleagueEmail)).toHaveLength(1), { timeout: 10_000 })
  expect(await send(routes.linkRecovery(), { email: canaries.lost })).toContain('Kijk in je mail')
  expect(await send(routes.linkRecovery(), { email: `${canaries.lost} x` })).toContain('Kijk je e-mailadres na')
  const last = createPersonalToken('manage', await row(other.id))
  expect((await get(routes.selfServiceDataFile(last))).status).toBe(200)
  await send(routes.selfServiceErase(last), {})
  expect(await site.db.registration.findUnique({ where: { id: other.id } })).toBeNull()
  return [token, last, createPersonalToken('new-address', asked)]
}

it('the logs hold no name, address, answer, password, token or cookie, whatever goes wrong', async () => {
  const session = await createTestSession(site.db, upcomingTimes())
  const secrets: string[] = Object.values(canaries)

  const registered = await submitForm(await fetchRegistrationForm(session))
  expect(registered.status).toBe(303)
  const invalid = await fetchRegistrationForm(session)
  invalid.fields.set('email', `${canaries.email} `.repeat(2))
  expect((await submitForm(invalid)).status).toBe(200)
  const forged = await fetchRegistrationForm(session)
  forged.fields.set('form', canaries.answer)
  expect((await submitForm(forged)).status).toBe(200)
  await vi.waitFor(async () => expect(await site.mailsTo(canaries.email)).toHaveLength(1), { timeout: 10_000 })

  expect((await logIn(canaries.organiser, canaries.password)).status).toBe(200)
  const login = await logIn(canaries.organiser, canaries.organiserPassword)
  expect(login.status).toBe(303)
  const cookies = [...cookiesOf(registered), ...cookiesOf(login)]
  expect(cookies.length).toBeGreaterThan(1)
  secrets.push(...cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1)))
  const cookie = cookies.join('; ')
  const search = await fetchForm(`${site.url}${routes.personSearch()}`, { cookie, field: 'email' })
  search.fields.set('email', canaries.searched)
  expect(await (await submitForm(search)).text()).toContain('Er is geen aanmelding met dit adres.')
  search.fields.set('email', canaries.email)
  expect((await submitForm(search)).headers.get('location')).toContain(routes.personSearch())
  const { id: organiser } = await site.db.organiser.findUniqueOrThrow({ where: { email: canaries.organiser } })
  await site.db.organiser.update({ where: { id: organiser }, data: { role: 'staff' } })
  expect((await get(routes.organisers(), { cookie })).status).toBe(307)
  for (const path of [
    routes.registrationConfirmation(session.slug),
    routes.registrations(session.id),
    routes.messages(session.id),
  ])
    expect((await get(path, { cookie })).status).toBe(200)

  const content = { onlineLink: canaries.meeting, agenda: canaries.answer }
  const release = { sessionId: session.id, ...content, after: 0, expected: 1 }
  await createTestOrganiser(site.db)
  await releaseSession(release, { now: new Date(), organiserId: 'organisator' })
  const person = await site.db.registration.findFirstOrThrow({ where: { sessionId: session.id } })
  const token = createPersonalToken('take-part', person)
  secrets.push(token)
  expect((await submitForm(await fetchForm(`${site.url}${routes.joinMeeting(token)}`))).status).toBe(303)
  await vi.waitFor(async () => expect(await site.mailsTo(canaries.email)).toHaveLength(2), { timeout: 10_000 })

  secrets.push(...(await useSelfServiceLinks(session.id)))

  // Missing and undecodable paths.
  for (const path of [`${routes.joinMeeting(token)}/${canaries.path}`, `/${token}`, `${routes.joinMeeting(token)}%`])
    expect((await get(path, { cookie, referer: `${site.url}${routes.joinMeeting(token)}` })).status).toBeGreaterThan(
      399,
    )
  expect((await get(`${routes.firstOrganiserSetup(token)}&naar=${canaries.path}`)).status).toBe(200)

  // Malformed actions and forms.
  for (const [name, value] of [
    ['next-action', token],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', canaries.path],
  ] as const) {
    const headers = { [name]: value, origin: site.url, cookie }
    await fetch(`${site.url}${routes.joinMeeting(token)}`, {
      method: 'POST',
      headers,
      body: Object.values(canaries).join(),
    })
  }

  // Unexpected failures of a page, and of an action halfway.
  const form = await fetchRegistrationForm(session)
  const button = await fetchForm(`${site.url}${routes.joinMeeting(token)}`)
  await withoutTable('Release', async () => {
    expect((await get(routes.joinMeeting(token), { cookie })).status).toBe(500)
    expect((await submitForm(button)).status).toBe(500)
  })
  await withoutTable('Answer', async () => {
    form.fields.set('email', `nieuw.${canaries.email}`)
    expect((await submitForm(form)).status).toBe(200)
    expect((await get(routes.registration(session.id, person.id), { cookie })).status).toBe(500)
  })
  await withoutTable('Login', async () => {
    expect((await get(routes.admin(), { cookie })).status).toBe(500)
    expect((await logIn(canaries.organiser, canaries.organiserPassword)).status).toBeGreaterThan(199)
  })
  await setConnectionsAllowed(site.databaseUrl, false)
  expect((await get(routes.joinMeeting(token), { cookie })).status).toBe(503)
  expect((await submitForm(form)).status).toBe(503)
  await setConnectionsAllowed(site.databaseUrl, true)

  const printed = site.printed()
  expect(secrets.flatMap(encodings).filter((secret) => printed.includes(secret))).toEqual([])

  const [, logged = ''] = printed.split(/Organisator .*\n/)
  const events = logged
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(events.filter(({ msg, kind }) => msg === 'mail sent' && kind === 'confirmation')).toHaveLength(2)
  expect(events.filter(({ msg }) => msg === 'something failed').length).toBeGreaterThan(5)
  expect(events).toContainEqual(expect.objectContaining({ msg: 'logged in', organiser }))
  expect(events).toContainEqual(expect.objectContaining({ msg: 'log-in refused', method: 'password', reason: 'wrong' }))
  expect(events).toContainEqual(expect.objectContaining({ msg: 'not allowed', organiser, path: routes.organisers() }))
  expect(events).toContainEqual(expect.objectContaining({ msg: 'form refused', reason: 'form-expired' }))
  const failure = {
    error: 'PrismaClientKnownRequestError',
    at: expect.stringContaining('lib/registrations/queries.ts:'),
  }
  expect(events).toContainEqual(expect.objectContaining(failure))
}, 120_000)
