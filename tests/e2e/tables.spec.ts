import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/e2e'
import { expectAccessible, expectNoSidewaysScroll } from '@/tests/support/e2e-checks'

test('a table that does not fit scrolls in its own box, by keyboard, and shows that there is more', async ({
  deskPage,
}) => {
  await deskPage.setViewportSize({ width: 320, height: 640 })
  await deskPage.goto(routes.trail())
  const box = deskPage.getByRole('region', { name: /^Logboek/ })
  const edges = () => box.evaluate((element) => getComputedStyle(element).backgroundAttachment)
  const scrolled = () => box.evaluate((element) => element.scrollLeft)

  await expectNoSidewaysScroll(deskPage)
  expect(await box.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true)
  // What covers a shade moves along with the table; the shade itself stays at the edge.
  expect(await edges()).toBe('local, local, scroll, scroll')
  await box.focus()
  await deskPage.keyboard.press('ArrowRight')
  await expect.poll(scrolled).toBeGreaterThan(0)
  await expectAccessible(deskPage)

  await deskPage.emulateMedia({ forcedColors: 'active' })
  expect(await box.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain('gradient')
})
