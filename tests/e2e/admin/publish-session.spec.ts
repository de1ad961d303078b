import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import { fillRegistrationForm, submitRegistrationForm } from '@/tests/support/browser/registration-form'
import { daysFromNow, upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

const guaranteeWording = /aan bod|op tijd|behandelen/

test('publishing without an agenda question requires a confirmation, and then no page promises treatment', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), publishedAt: null })
  await db.question.updateMany({ where: { sessionId: session.id }, data: { isAgendaQuestion: false } })

  await test.step('explains the consequence and the alternative', async () => {
    await page.goto(routes.editSession(session.id))
    await page.getByRole('button', { name: 'Publiceren' }).click()
    await expectResult(page, 'Het formulier vraagt niet wat mensen behandeld willen zien.')
    expect((await db.session.findUnique({ where: { id: session.id } }))?.publishedAt).toBeNull()
    await expectGoodState(page)
    await page.getByRole('button', { name: 'Publiceer toch' }).click()
    await expectResult(page, 'De kennissessie staat op de site.')
    await expectGoodPage(page)
  })

  const email = `${randomUUID()}@example.nl`
  await test.step('the session page, the form and the confirmation page promise no treatment', async () => {
    await page.getByRole('link', { name: 'bekijk de pagina' }).click()
    await expect(page.getByRole('link', { name: 'Meld je aan' }).first()).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(guaranteeWording)
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je aan' }).first().click()
    await expect(page.getByText('Je kunt je aanmelden.')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(guaranteeWording)
    await expectGoodPage(page)
    await fillRegistrationForm(page, { name: 'Voorbeeld Mens', email })
    await submitRegistrationForm(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
    await expect(page.getByRole('main')).not.toContainText(guaranteeWording)
    await expectGoodPage(page)
  })

  await test.step('the confirmation mail promises no treatment', async () => {
    expect((await waitForOnlyMail(email)).text).not.toMatch(guaranteeWording)
  })
})

test('a past session cannot be published until it is rescheduled', async ({ adminPage: page, db }) => {
  const been = {
    questionDeadlineAt: daysFromNow(-9),
    registrationClosesAt: daysFromNow(-8),
    startsAt: daysFromNow(-2),
    endsAt: daysFromNow(-1.9),
  }
  const session = await createTestSession(db, { ...been, publishedAt: null })
  await page.goto(routes.editSession(session.id))
  await expect(page.getByText('Hij is geweest, dus publiceren kan niet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publiceren' })).toHaveCount(0)
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Verplaats hem eerst naar een dag die nog komt' }).click()
  await expect(page).toHaveURL(routes.rescheduleSession(session.id))

  // A colleague moves it while somebody else still has the page of before open.
  await page.goto(routes.editSession(session.id))
  await db.session.update({ where: { id: session.id }, data: upcomingTimes(-2, -1) })
  await page.reload()
  await page.getByRole('button', { name: 'Publiceren' }).click()
  await expectResult(page, 'Aanmelden kan niet meer: dat is al gesloten.')
  await expectGoodState(page)
  await db.session.update({ where: { id: session.id }, data: been })
  await page.getByRole('button', { name: 'Publiceer toch' }).click()
  await expectResult(page, 'Deze kennissessie is geweest.')
  await expectGoodState(page)
  expect((await db.session.findUnique({ where: { id: session.id } }))?.publishedAt).toBeNull()
})
