import { routes } from '@/lib/platform/routes'
import { expectGoodPage } from '@/tests/support/browser/page-checks'
import { daysFromNow, upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

const states = [
  ['open after the question deadline', upcomingTimes(-1, 2), 'Aanmelden is nog open', 'Je kunt je nog aanmelden.'],
  ['closed', upcomingTimes(-3, -1), 'Aanmelden is gesloten', 'Het aanmelden is gesloten'],
  [
    'cancelled',
    { ...upcomingTimes(1, 2), cancelledAt: daysFromNow(-1) },
    'gaat niet door',
    'Deze kennissessie gaat niet door',
  ],
] as const

for (const [state, times, pageText, formText] of states) {
  test(`states on the session page and the registration page that registration is ${state}`, async ({ page, db }) => {
    const session = await createTestSession(db, times)
    await page.goto(routes.session(session.slug))
    await expect(page.getByRole('main')).toContainText(pageText)
    await expectGoodPage(page)
    await page.goto(routes.register(session.slug))
    await expect(page.getByRole('main')).toContainText(formText)
    await expectGoodPage(page)
  })
}
