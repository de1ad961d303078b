import { routes } from '@/lib/platform/routes'
import { expectAccessible, expectNoHorizontalScroll } from '@/tests/support/browser/page-checks'
import { expect, test } from '@/tests/support/browser/test'

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
