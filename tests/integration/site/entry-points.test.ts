import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes } from '@/lib/platform/routes'
import { addOrganiser, createAdmin, loginCookie } from '@/tests/integration/organisers/organiser-fixtures'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { deletionForAdmins, forAdmins, forAllOrganisers } from '@/tests/support/http/admin-entry-points'
import {
  callEntryPoint,
  type EntryPoint,
  listActionFiles,
  listActions,
  listPages,
  listRouteHandlers,
} from '@/tests/support/http/entry-points'
import { codeFiles } from '@/tests/support/run/source-files'
import { removeSiteData, type Site, startSite } from '@/tests/support/servers/site'

/** The doors that are open to everybody, each with the reason. All others must refuse who is not logged in. */
const publicEntryPoints: Record<string, string> = {
  'app/(public)/page.tsx': 'what is to come',
  'app/(public)/sessies/[slug]/page.tsx': 'what a kennissessie is about',
  'app/(public)/sessies/[slug]/aanmelden/page.tsx': 'the form',
  'app/(public)/sessies/[slug]/aanmelden/actions.ts registerAction': 'sends the form: has limits of its own',
  'app/(public)/sessies/[slug]/aangemeld/page.tsx': 'thanks, to who has the signed cookie',
  'app/(public)/deelnemen/[token]/page.tsx': 'the link is the key',
  'app/(public)/deelnemen/[token]/actions.ts joinMeetingAction': 'the link is the key',
  'app/(public)/plek/[token]/page.tsx': 'the link is the key',
  'app/(public)/plek/[token]/actions.ts answerOfferAction': 'the link is the key',
  'app/(public)/aanmelding/doorgegeven/page.tsx': 'says that a place was handed over, and names nobody',
  'app/(public)/aanmelding/[token]/doorgeven/page.tsx': 'the link is the key',
  'app/(public)/aanmelding/[token]/doorgeven/actions.ts transferAction': 'the link is the key: limited',
  'app/(public)/aanmelding/link-kwijt/page.tsx': 'for who lost their link',
  'app/(public)/aanmelding/link-kwijt/actions.ts requestLinkRecoveryAction':
    'for who lost their link: limited, says nothing',
  'app/(public)/aanmelding/[token]/page.tsx': 'the link is the key',
  'app/(public)/aanmelding/[token]/wijzigen/page.tsx': 'the link is the key',
  'app/(public)/aanmelding/[token]/wijzigen/actions.ts changeOwnRegistrationAction': 'the link is the key',
  'app/(public)/aanmelding/[token]/adres/page.tsx': 'the link is the key',
  'app/(public)/aanmelding/[token]/adres/actions.ts requestEmailChangeAction': 'the link is the key',
  'app/(public)/aanmelding/[token]/adres/actions.ts withdrawEmailChangeAction': 'the link is the key',
  'app/(public)/aanmelding/nieuw-adres/[token]/page.tsx': 'the link in the mail to the new address is the key',
  'app/(public)/aanmelding/nieuw-adres/[token]/actions.ts confirmEmailChangeAction': 'that link is the key',
  'app/(public)/aanmelding/[token]/afmelden/page.tsx': 'the link is the key',
  'app/(public)/aanmelding/[token]/afmelden/actions.ts cancelOwnRegistrationAction': 'the link is the key',
  'app/(public)/aanmelding/[token]/gegevens/page.tsx': 'the link is the key',
  'app/(public)/aanmelding/[token]/gegevens/bestand/route.ts GET': 'the link is the key',
  'app/(public)/aanmelding/[token]/wissen/page.tsx': 'the link is the key',
  'app/(public)/aanmelding/[token]/wissen/actions.ts eraseOwnRegistrationAction': 'the link is the key',
  'app/(public)/aanmelding/gewist/page.tsx': 'says that it is done, and of whom nobody knows',
  'app/(public)/toegankelijkheid/page.tsx': 'what was tested for accessibility',
  'app/(public)/privacy/page.tsx': 'what is kept of people, and how long',
  'app/.well-known/security.txt/route.ts GET': 'whom to tell of a leak',
  'app/status/route.ts GET': 'for a monitor: holds no names',
  'app/beheer/inloggen/page.tsx': 'the way in',
  'app/beheer/inloggen/actions.ts logInAction': 'the way in: limited',
  'app/beheer/inloggen/actions.ts logInWithMicrosoftAction': 'the way in: leads to Microsoft',
  'app/beheer/inloggen/microsoft/route.ts GET': 'the way back from Microsoft: wants the cookie of the way there',
  'app/beheer/inloggen/code/page.tsx': 'the second step: wants the cookie of the first',
  'app/beheer/inloggen/code/actions.ts logInWithCodeAction': 'the second step: wants the cookie of the first, limited',
  'app/beheer/eerste-organisator/page.tsx': 'the link that the start prints is the key',
  'app/beheer/eerste-organisator/actions.ts createFirstOrganiserAction': 'the link that the start prints is the key',
  'app/beheer/uitnodiging/[token]/page.tsx': 'the link in the mail is the key',
  'app/beheer/uitnodiging/[token]/actions.ts acceptInvitationAction': 'the link in the mail is the key',
  'app/beheer/wachtwoord-vergeten/page.tsx': 'for who cannot log in',
  'app/beheer/wachtwoord-vergeten/actions.ts forgotPasswordAction': 'for who cannot log in: limited, says nothing',
  'app/beheer/wachtwoord/[token]/page.tsx': 'the link in the mail is the key',
  'app/beheer/wachtwoord/[token]/actions.ts newPasswordAction': 'the link in the mail is the key',
  'app/beheer/actions.ts logOutAction': 'ends the login of whoever asks, if there is one',
}
const adminFolder = 'app/beheer/'
/** The pages that only an admin may open lie in folders of their own; of all else it is said door by door. */
const adminOnlyFolders = ['organisatoren', 'gegevens']
const isAdminOnly = ({ name, file, method }: EntryPoint) =>
  method === 'GET' && file.endsWith('page.tsx')
    ? adminOnlyFolders.some((folder) => file.startsWith(`${adminFolder}${folder}/`))
    : forAdmins.includes(name.replace(adminFolder, ''))

const entryPoints = () => [...listPages(), ...listActions(), ...listRouteHandlers()]
const guardedEntryPoints = () => entryPoints().filter(({ name }) => !(name in publicEntryPoints))
const writingEntryPoints = () => entryPoints().filter(({ method }) => method !== 'GET' && method !== 'HEAD')

let database: Awaited<ReturnType<typeof createTestDatabase>>
let site: Site
let admin: string
let staff: string
beforeAll(async () => {
  database = await createTestDatabase()
  const APP_SECRET = process.env.APP_SECRET ?? ''
  site = await startSite({ env: { DATABASE_URL: database.url, APP_SECRET } })
  const invitedBy = await createAdmin()
  await addOrganiser(database.db, { invitedBy, email: 'medewerker@example.nl' })
  admin = await loginCookie('beheerder@example.nl')
  staff = await loginCookie('medewerker@example.nl')
}, 120_000)
afterAll(async () => {
  await site.stop()
  await removeSiteData(site)
  await database.drop()
})

type Answer = Awaited<ReturnType<typeof callEntryPoint>>

/** The names of those doors that do not answer as they should. */
async function findFailures(
  entryPoints: EntryPoint[],
  caller: Partial<Parameters<typeof callEntryPoint>[1]>,
  isExpected: (answer: Answer) => boolean,
) {
  const found: string[] = []
  for (const entryPoint of entryPoints) {
    const answer = await callEntryPoint(entryPoint, { site: site.url, ...caller })
    if (!isExpected(answer)) found.push(`${entryPoint.name}: ${answer.status} ${answer.to ?? ''}`)
  }
  return found
}
const redirectsToLogin = ({ to }: Answer) => to === routes.login()
const redirectsToForbidden = ({ to }: Answer) => to === routes.forbidden()
const isBlocked = ({ status }: Answer) => status === 403

describe('the list of doors', () => {
  it('is whole: every file with an action in it was built, and nothing open is listed that is not there', () => {
    expect([...new Set(listActions().map(({ file }) => file))].sort()).toEqual(listActionFiles().sort())
    const names = entryPoints().map(({ name }) => name)
    expect(Object.keys(publicEntryPoints).filter((name) => !names.includes(name))).toEqual([])
    expect(guardedEntryPoints().length).toBeGreaterThan(30)
    expect(guardedEntryPoints().filter(isAdminOnly).length).toBeGreaterThanOrEqual(5)
  })

  it('says of every door at the desk that is no page who may go through', () => {
    const said = [...forAllOrganisers, ...forAdmins, ...deletionForAdmins].map((name) => adminFolder + name)
    const there = guardedEntryPoints().filter(({ file }) => !file.endsWith('page.tsx'))
    expect(there.map(({ name }) => name).sort()).toEqual(said.sort())
  })

  it('says so of every file with an action that deletes', () => {
    const said = [...forAdmins, ...deletionForAdmins].map((name) => adminFolder + name.replace(/ .*/, ''))
    const deletes = /\b(delete|erase|remove)[A-Z]\w*\(|'(delete|erase|remove)'/
    // Behind a personal link everybody deletes what is their own.
    const deleting = codeFiles([adminFolder.slice(0, -1)]).filter(
      ({ text }) => /^['"]use server['"]/.test(text) && deletes.test(text),
    )
    expect(deleting.length).toBeGreaterThan(0)
    expect(deleting.map(({ file }) => file).filter((file) => !said.includes(file))).toEqual([])
  })

  it('has nothing open at /beheer but what leads to a login', () => {
    const openThere = Object.keys(publicEntryPoints).filter((name) => name.startsWith(adminFolder))
    const waysIn = /^app\/beheer\/(inloggen|eerste-organisator|uitnodiging|wachtwoord|wachtwoord-vergeten)\//
    expect(openThere.filter((name) => !waysIn.test(name))).toEqual(['app/beheer/actions.ts logOutAction'])
  })
})

describe('every door of the desk', () => {
  it.each([
    ['nobody', ''],
    ['a made-up cookie', `aanschuif.session_token=${'a'.repeat(32)}.${'b'.repeat(44)}`],
  ])('asks %s to log in', async (_who, cookie) => {
    expect(await findFailures(guardedEntryPoints(), { cookie }, redirectsToLogin)).toEqual([])
  })

  it('is told apart from one that asks nothing: an open one is caught', async () => {
    const unguarded = entryPoints().filter(
      ({ name }) => name.startsWith('app/(public)/') || name.startsWith('app/status/'),
    )
    const caught = await findFailures(unguarded, {}, redirectsToLogin)
    expect(caught).toHaveLength(unguarded.length)
    expect(caught.some((found) => found.includes('registerAction'))).toBe(true)
  })

  it('that is for admins tells staff so, and no other does', async () => {
    expect(
      await findFailures(guardedEntryPoints().filter(isAdminOnly), { cookie: staff }, redirectsToForbidden),
    ).toEqual([])
    const others = guardedEntryPoints().filter((door) => !isAdminOnly(door))
    expect(
      await findFailures(
        others,
        { cookie: staff },
        (answer) => !redirectsToForbidden(answer) && !redirectsToLogin(answer),
      ),
    ).toEqual([])
  })

  it('lets an admin through', async () => {
    const isLetIn = (answer: Answer) =>
      !redirectsToForbidden(answer) && !redirectsToLogin(answer) && answer.status < 500
    expect(await findFailures(guardedEntryPoints(), { cookie: admin }, isLetIn)).toEqual([])
  })
})

describe('every door that changes something', () => {
  it.each([
    ['another site', 'https://example.nl'],
    ['a page without an origin', 'null'],
    ['who says no origin', null],
  ])('is shut for %s, also with a good login', async (_who, origin) => {
    expect(writingEntryPoints().length).toBeGreaterThan(20)
    expect(await findFailures(writingEntryPoints(), { origin, cookie: admin }, isBlocked)).toEqual([])
  })

  it('is not shut for a page of ours', async () => {
    const aFew = writingEntryPoints().filter(({ name }) => name.startsWith('app/(public)/'))
    expect(await findFailures(aFew, {}, isBlocked)).toHaveLength(aFew.length)
  })
})

describe('with REQUIRE_TWO_FACTOR', () => {
  it('every door of the desk leads who has not set it up to that page, and to nothing else', async () => {
    const APP_SECRET = process.env.APP_SECRET ?? ''
    const strict = await startSite({ env: { DATABASE_URL: database.url, APP_SECRET, REQUIRE_TWO_FACTOR: 'true' } })
    try {
      const caller = { site: strict.url, cookie: admin }
      const atSetUp = ({ file }: EntryPoint) => file.startsWith('app/beheer/account/twee-stappen/')
      const others = guardedEntryPoints().filter((door) => !atSetUp(door))
      expect(await findFailures(others, caller, ({ to }) => to === routes.twoFactor())).toEqual([])
      expect(await findFailures(guardedEntryPoints().filter(atSetUp), caller, ({ to }) => to === null)).toEqual([])
      await database.db.organiser.updateMany({ data: { twoFactorEnabled: true } })
      expect(await findFailures(others, caller, ({ to }) => to !== routes.twoFactor())).toEqual([])
    } finally {
      await database.db.organiser.updateMany({ data: { twoFactorEnabled: false } })
      await strict.stop()
      await removeSiteData(strict)
    }
  })
})
