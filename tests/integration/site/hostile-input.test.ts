import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { challengedCookie, createAdmin, loginCookie } from '@/tests/integration/organisers/organiser-fixtures'
import { dumpAllRows } from '@/tests/support/database/table-dump'
import { createTestDatabase, type TestDatabase } from '@/tests/support/database/test-database'
import { type FoundForm, findFirstOrganiserForms, findForms } from '@/tests/support/hostile-input/find-forms'
import {
  activeMarkup,
  badActionArguments,
  injectedRecipient,
  payloadsFor,
} from '@/tests/support/hostile-input/payloads'
import { createTarget, type Target } from '@/tests/support/hostile-input/target'
import { badPathSegments, badQueryValues, queryParameterNames, requestRaw } from '@/tests/support/hostile-input/urls'
import { listActions, listPages, listRouteHandlers, urlPathOf } from '@/tests/support/http/entry-points'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

// The short form sends every kind of thing to one form in three; `npm run test:faults` sends all to each.
const isFullRun = process.env.FAULTS === 'whole'
const maxMs = 10_000

let database: TestDatabase
let site: Site
let admin: string
let forms: { found: FoundForm[]; missing: string[] }
/** Somebody else's kennissessie, that nobody touches. */
let bystander: Target
let bystanderRows: string[]

beforeAll(async () => {
  database = await createTestDatabase()
  const microsoft = { MICROSOFT_TENANT_ID: bystanderId, MICROSOFT_CLIENT_ID: bystanderId, MICROSOFT_CLIENT_SECRET: 'x' }
  const env = { DATABASE_URL: database.url, APP_SECRET: process.env.APP_SECRET ?? '', SIGNUP_MIN_SECONDS: '0' }
  site = await startSite({ env: { ...env, ...microsoft, MICROSOFT_AUTHORITY: 'http://127.0.0.1:9' } })
  // No mail goes out until the end: what changes, was changed by who asked.
  const forLong = { since: new Date(), until: new Date(Date.now() + 24 * 60 * 60_000) }
  await database.db.mailPause.create({ data: { id: 1, ...forLong, reason: 'server-unreachable' } })
  const first = await findFirstOrganiserForms(site.url)
  const organiserId = await createAdmin()
  admin = await loginCookie('beheerder@example.nl')
  const challenged = await challengedCookie(database.db, organiserId)
  bystander = await createTarget(database.db, 'coming', organiserId)
  forms = await findForms({ site: site.url, db: database.db, organiserId, first }, { admin, challenged })
  bystanderRows = await rowsOfBystander()
}, 240_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

const bystanderId = '00000000-0000-4000-8000-000000000000'
// What is counted, and what the worker takes away by itself.
const rows = () => dumpAllRows(database.url, ['RateLimit', 'Verification', 'LinkRecoveryRequest'])
async function rowsOfBystander() {
  // Somebody may well give a question of their own to any organiser.
  const isOf = (row: string, id: string) => row.includes(`"id": "${id}"`) || row.includes(`"userId": "${id}"`)
  const all = (await rows()).split('\n')
  return all.filter(
    (row) => bystander.ids.some((id) => row.includes(id)) || bystander.organiserIds.some((id) => isOf(row, id)),
  )
}

/** What is wrong with an answer, in words; nothing when it is as it should be. */
async function findProblems(label: string, send: () => Promise<{ status: number; page: string; headers: object }>) {
  const started = performance.now()
  const answer = await send().catch((error: Error) => ({
    status: 599,
    page: String(error.cause ?? error),
    headers: {},
  }))
  const { status, page, headers } = answer
  const durationMs = performance.now() - started
  const found = [
    status >= 500 && `${status} ${status === 599 ? page : ''}`,
    durationMs > maxMs && `${Math.round(durationMs)} ms`,
    ...activeMarkup.map((text) => page.includes(text) && `holds ${text}`),
    /\bat \S+ \(|node_modules/.test(page) && 'holds a stack trace',
    /hostile/.test(JSON.stringify(Object.entries(headers).filter(([name]) => name === 'set-cookie'))) &&
      'sets a cookie',
  ]
  return found.flatMap((each) => (each ? [`${label}: ${each}`] : []))
}

async function send(path: string, init: RequestInit) {
  const answer = await fetch(`${site.url}${path}`, { redirect: 'manual', ...init })
  return { status: answer.status, headers: Object.fromEntries(answer.headers), page: await answer.text() }
}

describe('hostile input', () => {
  it('is sent to the form of every action and handler there is', () => {
    expect(forms.missing).toEqual([])
    expect(forms.found.length).toBeGreaterThan(40)
    expect(forms.found.filter(({ action }) => !action.actionId).length).toBeGreaterThan(1)
  })

  it('in a form is answered, comes back as text only, and changes nothing that it should not', async () => {
    const wrong: string[] = []
    for (const [position, { action, path, cookie, controls }] of forms.found.entries()) {
      const some = <One>(all: One[]) => (isFullRun ? all : all.filter((_, index) => (index + position) % 3 === 0))
      await database.db.rateLimit.deleteMany()
      const { possible, forged } = payloadsFor(controls, isFullRun)
      const post = ({ label, body, type }: (typeof possible)[number]) => {
        const headers = { cookie, origin: site.url, accept: 'text/html', ...(type && { 'content-type': type }) }
        return findProblems(`${action.name} ${label}`, () => send(path, { method: 'POST', body, headers }))
      }
      const before = await rows()
      for (const body of some(forged)) wrong.push(...(await post(body)))
      // Whatever is sent to a handler that takes a list along, is written down.
      if (action.actionId && (await rows()) !== before) wrong.push(`${action.name}: changed something`)
      for (const body of some(possible)) wrong.push(...(await post(body)))
      wrong.push(...(await findProblems(`${action.name} afterwards`, () => send(path, { headers: { cookie: admin } }))))
      // Some of it ends the login, as it should.
      if (action.name.includes('logOut') || action.name.includes('account/')) await logInAgain()
    }
    expect(wrong).toEqual([])
  }, 1_200_000)

  it('given to an action by hand is answered, by whomever', async () => {
    const wrong: string[] = []
    for (const { name, path, actionId = '' } of listActions()) {
      const logsOut = name.includes('logOut')
      for (const cookie of ['', ...(logsOut ? [] : [admin])]) {
        for (const body of badActionArguments.slice(isFullRun ? 0 : -8)) {
          const type = { 'next-action': actionId, 'content-type': 'text/plain;charset=UTF-8' }
          const headers = { cookie, origin: site.url, accept: 'text/x-component', ...type }
          const ask = () => send(path, { method: 'POST', body, headers })
          wrong.push(...(await findProblems(`${name} ${body.slice(0, 60)}`, ask)))
        }
      }
    }
    expect(wrong).toEqual([])
  }, 600_000)

  it('in an address is answered, and changes nothing', async () => {
    const headers = { cookie: admin, accept: 'text/html', origin: site.url }
    const before = await rows()
    const names = queryParameterNames()
    expect(names).toEqual(expect.arrayContaining(['naar', 'sleutel', 'pagina', 'zoek', 'gelukt', 'stand', 'gemeenten']))
    const manifold = (well: string) => `${well}?${names.map((name) => `${name}=1&${name}=2&${name}[x]=3`).join('&')}`
    const wrong: string[] = []
    for (const { file, method } of [...listPages(), ...listRouteHandlers()]) {
      const values = bystander.valuesFor(file)
      const well = urlPathOf(file, values)
      const holes = [...file.matchAll(/\[(\w+)\]/g)].map(([, hole = '']) => hole)
      const answered = (bad: string) => `${well}?${names.map((name) => `${name}=${bad}`).join('&')}`
      const paths = [
        ...holes.flatMap((hole) =>
          badPathSegments.slice(0, isFullRun ? 99 : 4).map((bad) => urlPathOf(file, { ...values, [hole]: bad })),
        ),
        // A good address with a method that changes something may do so.
        ...(method === 'GET' ? [...badQueryValues.slice(0, isFullRun ? 99 : 2).map(answered), manifold(well)] : []),
      ]
      for (const path of paths)
        wrong.push(
          ...(await findProblems(`${method} ${path}`.slice(0, 200), () => requestRaw(site.url, path, headers, method))),
        )
    }
    expect(wrong).toEqual([])
    expect(await rows()).toBe(before)
  }, 600_000)
})

describe('afterwards', () => {
  it('what nobody asked about is as it was', async () => {
    expect(await rowsOfBystander()).toEqual(bystanderRows)
    expect(bystanderRows.length).toBeGreaterThan(10)
  })

  it('nothing is kept that nobody types, and the site answers', async () => {
    // Of what PostgreSQL shows of a text: all below a space but tab and line end.
    expect((await rows()).match(/\\u00[01][0-9a-f]|\\[bfr]/g)).toBeNull()
    expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(200)
  })

  it('every mail goes to one person who was meant, and holds nothing that runs', async () => {
    await database.db.mailPause.deleteMany()
    const waiting = { sentAt: null, failedAt: null, cancelledAt: null, dueAt: { lte: new Date() } }
    await vi.waitFor(async () => expect(await database.db.message.count({ where: waiting })).toBe(0), {
      timeout: 120_000,
      interval: 500,
    })
    const folder = path.join(site.dataDir, 'mail')
    const mails = await Promise.all(
      readdirSync(folder).map((name) => simpleParser(readFileSync(path.join(folder, name)))),
    )
    expect(mails.length).toBeGreaterThan(10)
    for (const { headers, to, html } of mails) {
      expect([...headers.keys()]).not.toContain('bcc')
      expect([to].flat().flatMap((each) => each?.value ?? [])).toEqual([
        { name: expect.any(String), address: expect.not.stringContaining(injectedRecipient) },
      ])
      expect(activeMarkup.filter((text) => String(html).includes(text))).toEqual([])
    }
  }, 150_000)
})

async function logInAgain() {
  await database.db.rateLimit.deleteMany()
  admin = await loginCookie('beheerder@example.nl')
  for (const form of forms.found) if (form.cookie.includes('session_token')) form.cookie = admin
}
