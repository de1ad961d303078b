import { routes } from '@/lib/platform/routes'
import { expectGoodPage } from '@/tests/support/browser/page-checks'
import { daysFromNow, upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

const states = [
  [
    'open, and questions come too late to be sure',
    upcomingTimes(-1, 2),
    'Aanmelden is nog open',
    'Je kunt je nog aanmelden.',
  ],
  ['closed', upcomingTimes(-3, -1), 'Aanmelden is gesloten', 'Het aanmelden is gesloten'],
  [
    'cancelled',
    { ...upcomingTimes(1, 2), cancelledAt: daysFromNow(-1) },
    'gaat niet door',
    'Deze kennissessie gaat niet door',
  ],
] as const

for (const [state, when, onPage, onForm] of states) {
  test(`a kennissessie that is ${state}, says so on its page and where the form would stand`, async ({ page, db }) => {
    const session = await createTestSession(db, when)
    await page.goto(routes.session(session.slug))
    await expect(page.getByRole('main')).toContainText(onPage)
    await expectGoodPage(page)
    await page.goto(routes.register(session.slug))
    await expect(page.getByRole('main')).toContainText(onForm)
    await expectGoodPage(page)
  })
}
