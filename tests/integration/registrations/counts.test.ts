import { beforeAll, describe, expect, test } from 'vitest'
import { type RegistrationStatus, registrationStatuses, statusFilters } from '@/lib/db/scopes'
import { listRecipients } from '@/lib/notifications/audience'
import { previewMail } from '@/lib/notifications/preview'
import { countByStatus, getAffectedCount, getRecipientCount } from '@/lib/notifications/queries'
import { listRegistrations } from '@/lib/registrations/admin/search'
import { defaultSearch } from '@/lib/registrations/admin/search-params'
import { buildExportTable } from '@/lib/registrations/export/table'
import { countSeatsNow, getSeats, listRegistrationCounts } from '@/lib/registrations/queries'
import { getStatistics } from '@/lib/registrations/statistics'
import { registrationStatus } from '@/lib/registrations/status'
import { freeSeats } from '@/lib/registrations/waitlist/rules'
import { changeVisibility } from '@/lib/sessions/visibility'
import { createTestDatabase } from '@/tests/support/database/test-database'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const at = new Date('2022-10-01T08:00:00Z')
const waiting = { waitlistedAt: at }
const columns: Record<RegistrationStatus, object> = {
  'signed-up': {},
  offered: { ...waiting, offerExpiresAt: at },
  waitlisted: waiting,
  cancelled: { cancelledAt: at },
}
/** How often each status occurs: all numbers differ, so that no count can pass for another. */
const numbers: Record<RegistrationStatus, number> = { 'signed-up': 7, offered: 2, waitlisted: 3, cancelled: 4 }
const capacity = 20

const { db } = await createTestDatabase()
let session: Awaited<ReturnType<typeof createTestSession>>
const reachable = () => db.registration.findMany({ where: { sessionId: session.id, erasedAt: null } })

async function collect<Row>(rows: AsyncIterable<Row>): Promise<Row[]> {
  const collected: Row[] = []
  for await (const row of rows) collected.push(row)
  return collected
}

beforeAll(async () => {
  session = await createTestSession(db, { capacity })
  for (const status of registrationStatuses) {
    for (let index = 0; index < numbers[status]; index += 1) {
      const { id } = await addParticipant(db, session.id)
      // The name of one registration of each status is erased: it still counts, but gets no mail.
      await db.registration.update({ where: { id }, data: { ...columns[status], erasedAt: index === 0 ? at : null } })
    }
  }
})

describe('every place counts "aangemeld", offers, waitlist and cancelled registrations alike', () => {
  test('the filters, which are the definition', async () => {
    const counts = registrationStatuses.map((status) =>
      db.registration.count({ where: { sessionId: session.id, ...statusFilters[status] } }),
    )
    expect(await Promise.all(counts)).toEqual(registrationStatuses.map((status) => numbers[status]))
  })

  test('the lists of sessions', async () => {
    expect((await listRegistrationCounts()).get(session.id)).toEqual({
      signedUp: 7,
      inTime: 7,
      later: 0,
      offered: 2,
      waitlisted: 3,
    })
  })

  test('the seats on the pages of the session, in the admin area and in public', async () => {
    const seats = { capacity, taken: 7, offered: 2, waitlisted: 3 }
    expect(await countSeatsNow(session.id)).toEqual(seats)
    expect(await getSeats(session)).toEqual(seats)
    expect(freeSeats(seats)).toBe(capacity - 7 - 2)
  })

  test.each(registrationStatuses)('the list of registrations and the export: %s', async (state) => {
    const search = { ...defaultSearch, state }
    expect((await listRegistrations(session.id, search, 1)).total).toBe(numbers[state])
    const { rows } = await buildExportTable(session, search, at)
    expect(await collect(rows)).toHaveLength(numbers[state])
  })

  test('the list without a filter, and its export, which hold who is "aangemeld"', async () => {
    expect((await listRegistrations(session.id, defaultSearch, 1)).total).toBe(7)
    const { rows } = await buildExportTable(session, defaultSearch, at)
    expect(await collect(rows)).toHaveLength(7)
  })

  test('the statistics', async () => {
    const { total, offered, waitlisted, askedBeforeDeadline, workplaces, days } = await getStatistics(session)
    expect({ total, offered, waitlisted }).toEqual({ total: 7, offered: 2, waitlisted: 3 })
    expect(askedBeforeDeadline).toBe(7)
    expect(workplaces.map(({ count }) => count)).toEqual([7])
    expect(days.reduce((sum, { count }) => sum + count, 0)).toBe(7)
  })

  test('the mail to organisers before the question deadline', async () => {
    const { text } = await previewMail({ sessionId: session.id, kind: 'questionDeadline' }, { now: at })
    expect(text).toContain('Er zijn nu 7 mensen aangemeld. 7 vragen zijn op tijd.')
  })

  test('the recipients of mails: all of them but those whose name is erased', async () => {
    expect(await countByStatus(session.id)).toEqual(
      registrationStatuses.map((status) => ({ status, count: numbers[status] - 1 })),
    )
    expect(await getRecipientCount(session.id)).toBe(6)
    expect(await getAffectedCount(session.id)).toEqual({
      recipients: 6 + 1 + 2,
      counts: { signedUp: 6, offered: 1, waitlisted: 2 },
    })
    const release = { sessionId: session.id, mailingKey: 'release' }
    const recipients = (await db.$transaction((tx) => listRecipients(tx, release))).map(({ id }) => id)
    const signedUp = (await reachable()).filter((row) => registrationStatus(row) === 'signed-up')
    expect(recipients.sort()).toEqual(signedUp.map(({ id }) => id).sort())
  })

  test('the check before a session leaves the site: nobody may have a seat, an offer or a place on the waitlist', async () => {
    const actor = { now: at, organiserId: 'organisator' }
    await db.registration.updateMany({
      where: { sessionId: session.id, waitlistedAt: null },
      data: { cancelledAt: at },
    })
    expect(await changeVisibility(session.id, 'unpublished', actor)).toEqual({ ok: false, reason: 'has-registrations' })
  })
})
