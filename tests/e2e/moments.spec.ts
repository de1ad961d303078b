import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/e2e'
import { expectGoodPage } from '@/tests/support/e2e-checks'
import { comingMoments, day } from '@/tests/support/e2e-moments'
import { makeSession } from '@/tests/support/sign-up'

const states = [
  [
    'open, and questions come too late to be sure',
    comingMoments(-1, 2),
    'Aanmelden is nog open',
    'Je kunt je nog aanmelden.',
  ],
  ['closed', comingMoments(-3, -1), 'Aanmelden is gesloten', 'Het aanmelden is gesloten'],
  ['cancelled', { ...comingMoments(1, 2), cancelledAt: day(-1) }, 'gaat niet door', 'Deze kennissessie gaat niet door'],
] as const

for (const [state, when, onPage, onForm] of states) {
  test(`a kennissessie that is ${state}, says so on its page and where the form would stand`, async ({ page, db }) => {
    const session = await makeSession(db, when)
    await page.goto(routes.session(session.slug))
    await expect(page.getByRole('main')).toContainText(onPage)
    await expectGoodPage(page)
    await page.goto(routes.signUp(session.slug))
    await expect(page.getByRole('main')).toContainText(onForm)
    await expectGoodPage(page)
  })
}
