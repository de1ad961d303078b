import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/e2e'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/e2e-checks'
import { fillIn, send } from '@/tests/support/e2e-form'
import { readMail } from '@/tests/support/e2e-mail'
import { comingMoments, day } from '@/tests/support/e2e-moments'
import { makeSession } from '@/tests/support/sign-up'

const promise = /aan bod|op tijd|behandelen/

test('without a question to treat an organiser publishes knowingly, and then nothing is promised anywhere', async ({
  deskPage: page,
  db,
}) => {
  test.slow()
  const session = await makeSession(db, { ...comingMoments(1, 2), publishedAt: null })
  await db.question.updateMany({ where: { sessionId: session.id }, data: { isAsked: false } })

  await test.step('it says what that means first, and how to have it otherwise', async () => {
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
  await test.step('page, form and the page after it promise nothing', async () => {
    await page.getByRole('link', { name: 'bekijk de pagina' }).click()
    await expect(page.getByRole('link', { name: 'Meld je aan' }).first()).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(promise)
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Meld je aan' }).first().click()
    await expect(page.getByText('Je kunt je aanmelden.')).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(promise)
    await expectGoodPage(page)
    await fillIn(page, { name: 'Voorbeeld Mens', email })
    await send(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
    await expect(page.getByRole('main')).not.toContainText(promise)
    await expectGoodPage(page)
  })

  await test.step('the confirmation promises nothing either', async () => {
    expect((await readMail(email)).text).not.toMatch(promise)
  })
})

test('what has been is not published: the page leads to another day, and then it can', async ({
  deskPage: page,
  db,
}) => {
  const been = { questionDeadlineAt: day(-9), registrationClosesAt: day(-8), startsAt: day(-2), endsAt: day(-1.9) }
  const session = await makeSession(db, { ...been, publishedAt: null })
  await page.goto(routes.editSession(session.id))
  await expect(page.getByText('Hij is geweest, dus publiceren kan niet.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Publiceren' })).toHaveCount(0)
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Verplaats hem eerst naar een dag die nog komt' }).click()
  await expect(page).toHaveURL(routes.moveSession(session.id))

  // A colleague moves it while somebody else still has the page of before open.
  await page.goto(routes.editSession(session.id))
  await db.session.update({ where: { id: session.id }, data: comingMoments(-2, -1) })
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
