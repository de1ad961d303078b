import { beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { addOrganiser, createAdmin, loginCookie } from '@/tests/integration/organisers/organiser-fixtures'
import { accessOf, sourceOf } from '@/tests/support/http/access'
import {
  callEntryPoint,
  type EntryPoint,
  listActionFiles,
  listActions,
  listPages,
  listRouteHandlers,
} from '@/tests/support/http/entry-points'
import { codeFiles } from '@/tests/support/run/source-files'
import { removeSiteData, startSite } from '@/tests/support/servers/site'
import { sharedSecret, startSiteForFile } from '@/tests/support/servers/site-for-file'

const entryPoints = () => [...listPages(), ...listActions(), ...listRouteHandlers()]
const publicEntryPoints = () => entryPoints().filter((each) => accessOf(each) === 'public')
const guardedEntryPoints = () => entryPoints().filter((each) => accessOf(each) !== 'public')
const adminEntryPoints = () => entryPoints().filter((each) => accessOf(each) === 'admin')
const writingEntryPoints = () => entryPoints().filter(({ method }) => method !== 'GET' && method !== 'HEAD')
/** Ends the login that the other requests use. */
const endsLogin = ({ name }: EntryPoint) => name.endsWith(' logOutEverywhereAction')
/** These folders are for admins only. */
const adminFolder = /^app\/beheer\/(organisatoren|gegevens)\//

const site = await startSiteForFile(sharedSecret)
let admin: string
let staff: string
beforeAll(async () => {
  const invitedBy = await createAdmin()
  await addOrganiser(site.db, { invitedBy, email: 'medewerker@example.nl' })
  admin = await loginCookie('beheerder@example.nl')
  staff = await loginCookie('medewerker@example.nl')
}, 120_000)

type Answer = Awaited<ReturnType<typeof callEntryPoint>>

/** Calls the entry points and returns the names of those with an unexpected answer. */
async function findFailures(
  entryPoints: EntryPoint[],
  caller: Partial<Parameters<typeof callEntryPoint>[1]>,
  isExpected: (answer: Answer) => boolean,
) {
  const failures: string[] = []
  for (const entryPoint of entryPoints) {
    const answer = await callEntryPoint(entryPoint, { site: site.url, ...caller })
    if (!isExpected(answer)) failures.push(`${entryPoint.name}: ${answer.status} ${answer.to ?? ''}`)
  }
  return failures
}
const redirectsToLogin = ({ to }: Answer) => to === routes.login()
const redirectsToForbidden = ({ to }: Answer) => to === routes.forbidden()
const isBlocked = ({ status }: Answer) => status === 403

describe('the list of entry points', () => {
  it('holds the actions of every file with actions', () => {
    expect([...new Set(listActions().map(({ file }) => file))].sort()).toEqual(listActionFiles().sort())
    expect(guardedEntryPoints().length).toBeGreaterThan(30)
  })

  it('declares the access of every action and handler of the admin area with adminAction or adminRoute', () => {
    const undeclared = guardedEntryPoints().filter(
      (each) => !each.file.endsWith('page.tsx') && !/^const \w+ = admin(Form)?(Action|Route)\b/.test(sourceOf(each)),
    )
    expect(undeclared.map(({ name }) => name)).toEqual([])
  })

  it('calls markActionEntered, directly or not, in every action and handler of a POST', () => {
    const marks =
      /\b(admin(Form)?Action|adminRoute|tokenOrDash|read(Fields|FormData|RegistrationForm)|markActionEntered)\b/
    const unmarked = writingEntryPoints().filter((each) => !marks.test(sourceOf(each)))
    expect(unmarked.map(({ name }) => name)).toEqual([])
  })

  it('requires the admin role for organisers and personal records, and for nothing else', () => {
    const inAdminFolders = guardedEntryPoints().filter(({ file }) => adminFolder.test(file))
    expect(adminEntryPoints().map(({ name }) => name)).toEqual(inAdminFolders.map(({ name }) => name))
    expect(inAdminFolders.length).toBeGreaterThanOrEqual(5)
  })

  it('checks a role in every file of the admin area with an action that deletes', () => {
    const deletion = /\b(delete|erase|remove)[A-Z]\w*\(|'(delete|erase|remove)'/
    const deletingFiles = codeFiles(['app/beheer']).filter(
      ({ text }) => /^['"]use server['"]/.test(text) && deletion.test(text),
    )
    expect(deletingFiles.length).toBeGreaterThan(0)
    const unchecked = deletingFiles.filter(({ text }) => !/\brole: 'admin'|\bcanDelete\(organiser\.role\)/.test(text))
    expect(unchecked.map(({ file }) => file)).toEqual([])
  })
})

describe('an entry point of the admin area', () => {
  it.each([
    ['no cookie', ''],
    ['an invalid cookie', `aanschuif.session_token=${'a'.repeat(32)}.${'b'.repeat(44)}`],
  ])('redirects to the login with %s', async (_, cookie) => {
    expect(await findFailures(guardedEntryPoints(), { cookie }, redirectsToLogin)).toEqual([])
  })

  it('differs from a public entry point, which does not redirect to the login', async () => {
    const unguarded = publicEntryPoints().filter(({ file }) => !file.startsWith('app/beheer/'))
    const failures = await findFailures(unguarded, {}, redirectsToLogin)
    expect(failures).toHaveLength(unguarded.length)
    expect(failures.some((failure) => failure.includes('registerAction'))).toBe(true)
  })

  it('with the admin role refuses staff, and without it does not', async () => {
    expect(await findFailures(adminEntryPoints(), { cookie: staff }, redirectsToForbidden)).toEqual([])
    const others = guardedEntryPoints().filter((each) => accessOf(each) === 'organiser' && !endsLogin(each))
    const isAllowed = (answer: Answer) => !redirectsToForbidden(answer) && !redirectsToLogin(answer)
    expect(await findFailures(others, { cookie: staff }, isAllowed)).toEqual([])
  })

  it('allows an admin', async () => {
    const isAllowed = (answer: Answer) =>
      !redirectsToForbidden(answer) && !redirectsToLogin(answer) && answer.status < 500
    const others = guardedEntryPoints().filter((each) => !endsLogin(each))
    expect(await findFailures(others, { cookie: admin }, isAllowed)).toEqual([])
  })

  it('redirects to the set-up of two-factor authentication when that is required', async () => {
    const env = { ...sharedSecret, DATABASE_URL: site.databaseUrl, REQUIRE_TWO_FACTOR: 'true' }
    const strictSite = await startSite({ env })
    try {
      const caller = { site: strictSite.url, cookie: admin }
      const isSetUp = ({ file }: EntryPoint) => file.startsWith('app/beheer/account/twee-stappen/')
      const others = guardedEntryPoints().filter((each) => !isSetUp(each) && !endsLogin(each))
      expect(await findFailures(others, caller, ({ to }) => to === routes.twoFactor())).toEqual([])
      expect(await findFailures(guardedEntryPoints().filter(isSetUp), caller, ({ to }) => to === null)).toEqual([])
      await site.db.organiser.updateMany({ data: { twoFactorEnabled: true } })
      expect(await findFailures(others, caller, ({ to }) => to !== routes.twoFactor())).toEqual([])
    } finally {
      await site.db.organiser.updateMany({ data: { twoFactorEnabled: false } })
      await strictSite.stop()
      await removeSiteData(strictSite)
    }
  })
})

describe('an entry point that writes', () => {
  it.each([
    ['from another site', 'https://example.nl'],
    ['from a page without an origin', 'null'],
    ['without an Origin', null],
  ])('refuses a request %s, also with a valid login', async (_, origin) => {
    expect(writingEntryPoints().length).toBeGreaterThan(20)
    expect(await findFailures(writingEntryPoints(), { origin, cookie: admin }, isBlocked)).toEqual([])
  })

  it('accepts a request from a page of the site', async () => {
    const sample = writingEntryPoints().filter(({ name }) => name.startsWith('app/(public)/'))
    expect(await findFailures(sample, {}, isBlocked)).toHaveLength(sample.length)
  })
})
