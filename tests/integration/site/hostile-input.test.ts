import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { simpleParser } from 'mailparser'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { challengedCookie, createAdmin, loginCookie } from '@/tests/integration/organisers/organiser-fixtures'
import { dumpAllRows } from '@/tests/support/database/table-dump'
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
import { isFullFaultRun } from '@/tests/support/run/full-run'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

const maxMs = 10_000
const microsoftId = '00000000-0000-4000-8000-000000000000'
const site = await startSiteForFile({
  ...sharedSecret,
  SIGNUP_MIN_SECONDS: '0',
  MICROSOFT_TENANT_ID: microsoftId,
  MICROSOFT_CLIENT_ID: microsoftId,
  MICROSOFT_CLIENT_SECRET: 'x',
  MICROSOFT_AUTHORITY: 'http://127.0.0.1:9',
})

let admin: string
let forms: { found: FoundForm[]; missing: string[] }
/** A session that no request of this test is about. */
let bystander: Target
let bystanderRows: string[]

beforeAll(async () => {
  // No mail is sent until the end, so that only requests change rows.
  const period = { since: new Date(), until: new Date(Date.now() + 24 * 60 * 60_000) }
  await site.db.mailPause.create({ data: { id: 1, ...period, reason: 'server-unreachable' } })
  const first = await findFirstOrganiserForms(site.url)
  const organiserId = await createAdmin()
  admin = await loginCookie('beheerder@example.nl')
  const challenged = await challengedCookie(site.db, organiserId)
  bystander = await createTarget(site.db, 'coming', organiserId)
  forms = await findForms({ site: site.url, db: site.db, organiserId, first }, { admin, challenged })
  bystanderRows = await rowsOfBystander()
}, 240_000)

// Without counters, and without rows that the worker deletes.
const rows = () => dumpAllRows(site.databaseUrl, ['RateLimit', 'Verification', 'LinkRecoveryRequest'])
async function rowsOfBystander() {
  const isOf = (row: string, id: string) => row.includes(`"id": "${id}"`) || row.includes(`"userId": "${id}"`)
  const all = (await rows()).split('\n')
  return all.filter(
    (row) => bystander.ids.some((id) => row.includes(id)) || bystander.organiserIds.some((id) => isOf(row, id)),
  )
}

/** Returns what is wrong with an answer, or an empty array. */
async function findProblems(label: string, send: () => Promise<{ status: number; page: string; headers: object }>) {
  const startedAt = performance.now()
  const answer = await send().catch((error: Error) => ({
    status: 599,
    page: String(error.cause ?? error),
    headers: {},
  }))
  const { status, page, headers } = answer
  const durationMs = performance.now() - startedAt
  const problems = [
    status >= 500 && `${status} ${status === 599 ? page : ''}`,
    durationMs > maxMs && `${Math.round(durationMs)} ms`,
    ...activeMarkup.map((text) => page.includes(text) && `holds ${text}`),
    /\bat \S+ \(|node_modules/.test(page) && 'holds a stack trace',
    /hostile/.test(JSON.stringify(Object.entries(headers).filter(([name]) => name === 'set-cookie'))) &&
      'sets a cookie',
  ]
  return problems.flatMap((problem) => (problem ? [`${label}: ${problem}`] : []))
}

async function send(path: string, init: RequestInit) {
  const answer = await fetch(`${site.url}${path}`, { redirect: 'manual', ...init })
  return { status: answer.status, headers: Object.fromEntries(answer.headers), page: await answer.text() }
}

describe('hostile input', () => {
  it('has a form to send for every action and handler', () => {
    expect(forms.missing).toEqual([])
    expect(forms.found.length).toBeGreaterThan(40)
    expect(forms.found.filter(({ action }) => !action.actionId).length).toBeGreaterThan(1)
  })

  it('in a form causes no failure, is escaped, and changes nothing when the form is forged', async () => {
    const problems: string[] = []
    for (const [position, { action, path, cookie, controls }] of forms.found.entries()) {
      const sample = <One>(all: One[]) =>
        isFullFaultRun ? all : all.filter((_, index) => (index + position) % 3 === 0)
      await site.db.rateLimit.deleteMany()
      const { possible, forged } = payloadsFor(controls, isFullFaultRun)
      const post = ({ label, body, type }: (typeof possible)[number]) => {
        const headers = { cookie, origin: site.url, accept: 'text/html', ...(type && { 'content-type': type }) }
        return findProblems(`${action.name} ${label}`, () => send(path, { method: 'POST', body, headers }))
      }
      const before = await rows()
      for (const body of sample(forged)) problems.push(...(await post(body)))
      // An export handler records each request in the audit log.
      if (action.actionId && (await rows()) !== before) problems.push(`${action.name}: changed something`)
      for (const body of sample(possible)) problems.push(...(await post(body)))
      problems.push(
        ...(await findProblems(`${action.name} afterwards`, () => send(path, { headers: { cookie: admin } }))),
      )
      // These forms can end the login.
      if (action.name.includes('logOut') || action.name.includes('account/')) await logInAgain()
    }
    expect(problems).toEqual([])
  }, 1_200_000)

  it('in the arguments of an action causes no failure, with or without a login', async () => {
    const problems: string[] = []
    for (const { name, path, actionId = '' } of listActions()) {
      const logsOut = name.includes('logOut')
      for (const cookie of ['', ...(logsOut ? [] : [admin])]) {
        for (const body of badActionArguments.slice(isFullFaultRun ? 0 : -8)) {
          const type = { 'next-action': actionId, 'content-type': 'text/plain;charset=UTF-8' }
          const headers = { cookie, origin: site.url, accept: 'text/x-component', ...type }
          const call = () => send(path, { method: 'POST', body, headers })
          problems.push(...(await findProblems(`${name} ${body.slice(0, 60)}`, call)))
        }
      }
    }
    expect(problems).toEqual([])
  }, 600_000)

  it('in a URL causes no failure and changes nothing', async () => {
    const headers = { cookie: admin, accept: 'text/html', origin: site.url }
    const before = await rows()
    const names = queryParameterNames()
    expect(names).toEqual(expect.arrayContaining(['naar', 'sleutel', 'pagina', 'zoek', 'gelukt', 'stand', 'gemeenten']))
    const withRepeatedParameters = (path: string) =>
      `${path}?${names.map((name) => `${name}=1&${name}=2&${name}[x]=3`).join('&')}`
    const problems: string[] = []
    for (const { file, method } of [...listPages(), ...listRouteHandlers()]) {
      const values = bystander.valuesFor(file)
      const validPath = urlPathOf(file, values)
      const parameters = [...file.matchAll(/\[(\w+)\]/g)].map(([, name = '']) => name)
      const withBadQuery = (bad: string) => `${validPath}?${names.map((name) => `${name}=${bad}`).join('&')}`
      const paths = [
        ...parameters.flatMap((parameter) =>
          badPathSegments
            .slice(0, isFullFaultRun ? 99 : 4)
            .map((bad) => urlPathOf(file, { ...values, [parameter]: bad })),
        ),
        // A valid path with another method may change rows.
        ...(method === 'GET'
          ? [...badQueryValues.slice(0, isFullFaultRun ? 99 : 2).map(withBadQuery), withRepeatedParameters(validPath)]
          : []),
      ]
      for (const path of paths)
        problems.push(
          ...(await findProblems(`${method} ${path}`.slice(0, 200), () => requestRaw(site.url, path, headers, method))),
        )
    }
    expect(problems).toEqual([])
    expect(await rows()).toBe(before)
  }, 600_000)
})

describe('after all hostile input', () => {
  it('an unrelated session is unchanged', async () => {
    expect(await rowsOfBystander()).toEqual(bystanderRows)
    expect(bystanderRows.length).toBeGreaterThan(10)
  })

  it('no control characters are stored, and the site still answers', async () => {
    // PostgreSQL escapes control characters so in JSON. Tab and newline are allowed.
    expect((await rows()).match(/\\u00[01][0-9a-f]|\\[bfr]/g)).toBeNull()
    expect((await fetch(`${site.url}${routes.status()}`)).status).toBe(200)
  })

  it('every mail has one intended recipient and no active markup', async () => {
    await site.db.mailPause.deleteMany()
    const pending = { sentAt: null, failedAt: null, cancelledAt: null, dueAt: { lte: new Date() } }
    await vi.waitFor(async () => expect(await site.db.message.count({ where: pending })).toBe(0), {
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
  await site.db.rateLimit.deleteMany()
  admin = await loginCookie('beheerder@example.nl')
  for (const form of forms.found) if (form.cookie.includes('session_token')) form.cookie = admin
}
