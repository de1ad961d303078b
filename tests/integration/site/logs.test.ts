import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { personalToken } from '@/lib/platform/personal-token'
import { routes } from '@/lib/platform/routes'
import { releaseSession } from '@/lib/sessions/commands'
import { createTestDatabase } from '@/tests/support/database'
import { letConnect } from '@/tests/support/database-away'
import { openForm, openSignUp, post } from '@/tests/support/form-post'
import { addParticipant, makeSession } from '@/tests/support/sign-up'
import { removeData, type Site, startSite } from '@/tests/support/site'

/** What somebody types or holds, in words that stand nowhere else. */
const marks = {
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

let test: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
beforeAll(async () => {
  test = await createTestDatabase()
  site = await startSite({
    env: {
      DATABASE_URL: test.url,
      SIGNUP_MIN_SECONDS: '1',
      LOG_LEVEL: 'debug',
      APP_SECRET: process.env.APP_SECRET ?? '',
      ORGANISER_EMAIL: marks.organiser,
      ORGANISER_PASSWORD: marks.organiserPassword,
    },
  })
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeData(site)
  await test.drop()
})

const day = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000)
const comingSession = () =>
  makeSession(test.db, {
    questionDeadlineAt: day(1),
    registrationClosesAt: day(2),
    startsAt: day(3),
    endsAt: day(4),
  })

async function signUpForm(session: { slug: string }) {
  const form = await openSignUp(`${site.url}${routes.signUp(session.slug)}`, marks.email)
  for (const name of ['name', 'role', 'needs', 'phone'] as const) form.fields.set(name, marks[name])
  form.fields.set('contactWish', 'phone')
  for (const name of form.fields.keys()) if (name.startsWith('answers.')) form.fields.set(name, marks.answer)
  return form
}

async function logIn(email: string, password: string) {
  const form = await openForm(`${site.url}${routes.login()}`)
  form.fields.set('email', email)
  form.fields.set('password', password)
  return post(form)
}

const cookiesOf = (answer: Response) => answer.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '')
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${site.url}${path}`, { headers: { accept: 'text/html', ...headers }, redirect: 'manual' })

/** Until this code runs, the site can no longer read or write the rows of this table. */
async function without(table: string, doing: () => Promise<unknown>) {
  await test.db.$executeRawUnsafe(`ALTER TABLE "${table}" RENAME TO "${table}Away"`)
  await doing()
  await test.db.$executeRawUnsafe(`ALTER TABLE "${table}Away" RENAME TO "${table}"`)
}

/** A text as it stands, and as it looks in an address or in one of our tokens. */
const looks = (text: string) => [text, encodeURIComponent(text), JSON.stringify(text).slice(1, -1)]

/** Everything that a participant can send with their own link; gives the links that were used. */
async function useOwnLinks(sessionId: string): Promise<string[]> {
  const [one, other] = await Promise.all([addParticipant(test.db, sessionId), addParticipant(test.db, sessionId)])
  const row = (id: string) => test.db.registration.findUniqueOrThrow({ where: { id } })
  const token = personalToken('manage', await row(one.id))
  // Open for as long as a person has it open.
  const lost = await openForm(`${site.url}${routes.lostLink()}`)
  const send = async (path: string, typed: Record<string, string>) => {
    const form = path === routes.lostLink() ? lost : await openForm(`${site.url}${path}`)
    for (const [name, value] of Object.entries(typed)) form.fields.set(name, value)
    return await (await post(form)).text()
  }
  const { questions } = await test.db.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { questions: true },
  })
  const answers = Object.fromEntries(questions.map(({ id }) => [`answers.${id}`, marks.changedAnswer]))
  const change = { ...answers, role: marks.changedRole, municipality: 'GM0344', contactWish: 'none' }
  await send(routes.ownChange(token), change)
  expect(await row(one.id)).toMatchObject({ role: marks.changedRole })
  await send(routes.ownAddress(token), { email: marks.newAddress })
  const asked = await test.db.addressRequest.findFirstOrThrow({ where: { email: marks.newAddress } })
  await vi.waitFor(async () => expect(await site.mailsTo(marks.newAddress)).toHaveLength(1), { timeout: 10_000 })
  await send(routes.ownHandOver(token), { name: marks.colleague, email: `${marks.colleagueEmail} x`, role: 'x' })
  const colleague = { name: marks.colleague, email: marks.colleagueEmail, role: 'x' }
  await send(routes.ownHandOver(token), { ...colleague, press: 'do', looked: marks.colleagueEmail })
  expect(await row(one.id)).toMatchObject({ handedOverToId: expect.any(String) })
  await vi.waitFor(async () => expect(await site.mailsTo(marks.colleagueEmail)).toHaveLength(1), { timeout: 10_000 })
  expect(await send(routes.lostLink(), { email: marks.lost })).toContain('Kijk in je mail')
  expect(await send(routes.lostLink(), { email: `${marks.lost} x` })).toContain('Kijk je e-mailadres na')
  const last = personalToken('manage', await row(other.id))
  expect((await get(routes.ownDataFile(last))).status).toBe(200)
  await send(routes.ownErase(last), {})
  expect(await test.db.registration.findUnique({ where: { id: other.id } })).toBeNull()
  return [token, last, personalToken('new-address', asked)]
}

it('the logs hold nobody: no name, address, answer, password, token or cookie, whatever goes wrong', async () => {
  const session = await comingSession()
  const secrets: string[] = Object.values(marks)

  const signedUp = await post(await signUpForm(session))
  expect(signedUp.status).toBe(303)
  const unfinished = await signUpForm(session)
  unfinished.fields.set('email', `${marks.email} `.repeat(2))
  expect((await post(unfinished)).status).toBe(200)
  const forged = await signUpForm(session)
  forged.fields.set('form', marks.answer)
  expect((await post(forged)).status).toBe(200)
  await vi.waitFor(async () => expect(await site.mailsTo(marks.email)).toHaveLength(1), { timeout: 10_000 })

  expect((await logIn(marks.organiser, marks.password)).status).toBe(200)
  const loggedIn = await logIn(marks.organiser, marks.organiserPassword)
  expect(loggedIn.status).toBe(303)
  const cookies = [...cookiesOf(signedUp), ...cookiesOf(loggedIn)]
  expect(cookies.length).toBeGreaterThan(1)
  secrets.push(...cookies.map((cookie) => cookie.slice(cookie.indexOf('=') + 1)))
  const cookie = cookies.join('; ')
  const search = await openForm(`${site.url}${routes.personalData()}`, { cookie, field: 'email' })
  search.fields.set('email', marks.searched)
  expect(await (await post(search)).text()).toContain('Er is geen aanmelding met dit adres.')
  search.fields.set('email', marks.email)
  expect((await post(search)).headers.get('location')).toContain(routes.personalData())
  const { id: organiser } = await test.db.organiser.findUniqueOrThrow({ where: { email: marks.organiser } })
  await test.db.organiser.update({ where: { id: organiser }, data: { role: 'staff' } })
  expect((await get(routes.organisers(), { cookie })).status).toBe(307)
  for (const path of [routes.signedUp(session.slug), routes.registrations(session.id), routes.messages(session.id)])
    expect((await get(path, { cookie })).status).toBe(200)

  const release = { sessionId: session.id, onlineLink: marks.meeting, agenda: marks.answer, after: 0, expected: 1 }
  await releaseSession(release, { now: new Date(), organiserId: 'organisator' })
  const person = await test.db.registration.findFirstOrThrow({ where: { sessionId: session.id } })
  const token = personalToken('take-part', person)
  secrets.push(token)
  expect((await post(await openForm(`${site.url}${routes.takePart(token)}`))).status).toBe(303)
  await vi.waitFor(async () => expect(await site.mailsTo(marks.email)).toHaveLength(2), { timeout: 10_000 })

  secrets.push(...(await useOwnLinks(session.id)))

  // Addresses that are not there, or are none.
  for (const path of [`${routes.takePart(token)}/${marks.path}`, `/${token}`, `${routes.takePart(token)}%`])
    expect((await get(path, { cookie, referer: `${site.url}${routes.takePart(token)}` })).status).toBeGreaterThan(399)
  expect((await get(`${routes.firstOrganiserLink(token)}&naar=${marks.path}`)).status).toBe(200)

  // Actions and forms that are none.
  for (const [name, value] of [
    ['next-action', token],
    ['content-type', 'multipart/form-data; boundary=x'],
    ['content-type', marks.path],
  ] as const) {
    const sent = { [name]: value, origin: site.url, cookie }
    await fetch(`${site.url}${routes.takePart(token)}`, {
      method: 'POST',
      headers: sent,
      body: Object.values(marks).join(),
    })
  }

  // What nobody foresaw: a page that breaks, and an action that breaks halfway.
  const form = await signUpForm(session)
  const button = await openForm(`${site.url}${routes.takePart(token)}`)
  await without('Release', async () => {
    expect((await get(routes.takePart(token), { cookie })).status).toBe(500)
    expect((await post(button)).status).toBe(500)
  })
  await without('Answer', async () => {
    form.fields.set('email', `nieuw.${marks.email}`)
    expect((await post(form)).status).toBe(200)
    expect((await get(routes.registration(session.id, person.id), { cookie })).status).toBe(500)
  })
  await without('Login', async () => {
    expect((await get(routes.desk(), { cookie })).status).toBe(500)
    expect((await logIn(marks.organiser, marks.organiserPassword)).status).toBeGreaterThan(199)
  })
  await letConnect(test.url, false)
  expect((await get(routes.takePart(token), { cookie })).status).toBe(503)
  expect((await post(form)).status).toBe(503)
  await letConnect(test.url, true)

  const printed = site.printed()
  expect(secrets.flatMap(looks).filter((secret) => printed.includes(secret))).toEqual([])

  const [, logged = ''] = printed.split(/Organisator .*\n/)
  const events = logged
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
  expect(events.filter(({ msg, kind }) => msg === 'mail sent' && kind === 'confirmation')).toHaveLength(2)
  expect(events.filter(({ msg }) => msg === 'something failed').length).toBeGreaterThan(5)
  expect(events).toContainEqual(expect.objectContaining({ msg: 'logged in', organiser }))
  expect(events).toContainEqual(expect.objectContaining({ msg: 'log-in refused', way: 'password', reason: 'wrong' }))
  expect(events).toContainEqual(expect.objectContaining({ msg: 'not allowed', organiser, path: routes.organisers() }))
  expect(events).toContainEqual(expect.objectContaining({ msg: 'form refused', reason: 'form-expired' }))
  const broken = {
    error: 'PrismaClientKnownRequestError',
    at: expect.stringContaining('lib/registrations/queries.ts:'),
  }
  expect(events).toContainEqual(expect.objectContaining(broken))
}, 120_000)
