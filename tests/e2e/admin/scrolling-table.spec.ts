import { routes } from '@/lib/platform/routes'
import { expectAccessible, expectNoHorizontalScroll } from '@/tests/support/browser/page-checks'
import { expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test('a table wider than the window scrolls by keyboard and shows that it continues', async ({ adminPage }) => {
  await adminPage.setViewportSize({ width: 320, height: 640 })
  await adminPage.goto(routes.auditLog())
  const box = adminPage.getByRole('region', { name: /^Logboek/ })
  const edges = () => box.evaluate((element) => getComputedStyle(element).backgroundAttachment)
  const scrolled = () => box.evaluate((element) => element.scrollLeft)

  await expectNoHorizontalScroll(adminPage)
  expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  // What covers a shade moves along with the table; the shade itself stays at the edge.
  expect(await edges()).toBe('local, local, scroll, scroll')
  await box.focus()
  await adminPage.keyboard.press('ArrowRight')
  await expect.poll(scrolled).toBeGreaterThan(0)
  await expectAccessible(adminPage)

  await adminPage.emulateMedia({ forcedColors: 'active' })
  expect(await box.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain('gradient')
})

test('a printed table of registrations keeps its last column, and no skip link covers it', async ({
  adminPage,
  db,
}) => {
  const session = await createTestSession(db)
  const { id } = await addParticipant(db, session.id, { name: 'Marieke van Voorbeeldhuizen-Langenaam' })
  await db.registration.update({ where: { id }, data: { waitlistedAt: new Date(), role: 'Beleidsadviseur jeugdzorg' } })
  await adminPage.goto(routes.registrations(session.id, { stand: 'all' }))
  await expect(adminPage.getByRole('columnheader', { name: 'Stand' })).toBeVisible()

  // The text width of an A4 page with margins of 2 cm.
  await adminPage.setViewportSize({ width: 643, height: 900 })
  await adminPage.emulateMedia({ media: 'print' })
  await expectNoHorizontalScroll(adminPage)
  await expect(adminPage.locator('.utrecht-skip-link')).toBeHidden()
})
