import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { savedLoginCookies } from '@/tests/support/browser/global-setup'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { fillRegistrationForm, submitRegistrationForm } from '@/tests/support/browser/registration-form'
import { fillSessionTimes } from '@/tests/support/browser/session-form'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

const clickSave = (page: Page) => page.getByRole('button', { name: 'Bewaren' }).click()

test('a concurrent edit of a session is reported to the second organiser and keeps the input', async ({
  adminPage: first,
  browser,
  db,
}) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const other = await browser.newContext()
  await other.addCookies(await savedLoginCookies())
  const second = await other.newPage()
  for (const page of [first, second]) await page.goto(routes.editSessionContent(session.id))
  await expectGoodPage(first)
  await first.getByLabel('Samenvatting').fill('Van de eerste')
  await clickSave(first)
  await expect(first.getByText('Bewaard.')).toBeVisible()
  await expectGoodPage(first)

  await second.getByLabel('Samenvatting').fill('Van de tweede')
  await second.getByLabel('Voor wie?').fill('Voor de tweede')
  await clickSave(second)
  await expect(second).toHaveTitle(/^Fout: Teksten/)
  await expect(second.getByText('Een collega heeft deze teksten net veranderd.')).toBeVisible()
  await expect(second.getByText('Van de eerste')).toBeVisible()
  await expect(second.getByLabel('Samenvatting')).toHaveValue('Van de tweede')
  await expectGoodState(second)
  expect(await db.session.findUnique({ where: { id: session.id } })).toMatchObject({ summary: 'Van de eerste' })

  await second.getByLabel('Samenvatting').fill('Van allebei')
  await clickSave(second)
  await expect(second.getByText('Bewaard.')).toBeVisible()
  await expect(second.getByText('Een collega heeft')).toHaveCount(0)
  expect(await db.session.findUnique({ where: { id: session.id } })).toMatchObject({
    summary: 'Van allebei',
    audience: 'Voor de tweede',
  })
  await other.close()
})

test('a change of an outdated question list is refused and shows the current list', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await page.goto(routes.formQuestions(session.id))
  await db.question.update({ where: { id: session.questions[0]?.id }, data: { retiredAt: new Date() } })
  await page.getByRole('button', { name: 'Naar boven “Wat heb je geprobeerd?”' }).click()
  await expect(page.getByText('Een collega heeft net iets aan de vragen veranderd.')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Vragen die je niet meer stelt' })).toContainText('Waar sta je?')
  await expectGoodState(page)
  await page.getByRole('button', { name: 'Naar boven “Wat heb je geprobeerd?”' }).click()
  await expect(page.getByText('De vraag staat nu op plaats 1.')).toBeVisible()

  const question = session.questions[1]?.id ?? ''
  await page.goto(routes.formQuestion(session.id, question))
  await db.question.update({ where: { id: question }, data: { label: 'Van een collega', version: 2 } })
  await page.getByLabel('Vraag', { exact: true }).fill('Van mij')
  await clickSave(page)
  await expect(page.getByText('Jouw verandering is niet bewaard.')).toBeVisible()
  await expect(page.getByLabel('Vraag', { exact: true })).toHaveValue('Van mij')
  await expectGoodState(page)
})

test('a visitor keeps all input when a question changes during registration', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  await page.goto(routes.register(session.slug))
  await fillRegistrationForm(page, { name: 'Voorbeeld Mens', email: `${session.id}@example.nl` })
  await db.question.update({ where: { id: session.questions[0]?.id }, data: { retiredAt: new Date() } })
  const options = { kind: 'one' as const, options: ['Veel', 'Weinig'] }
  await db.question.update({ where: { id: session.questions[2]?.id }, data: options })
  await submitRegistrationForm(page)
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByRole('link', { name: /Kijk de vragen na/ })).toBeVisible()
  await expect(page.getByLabel('Wat wil je weten?')).toHaveValue('Voorbeeld 2')
  await expect(page.getByLabel('Waar sta je?')).toHaveCount(0)
  await expectGoodState(page)
  await page.getByRole('radio', { name: 'Weinig' }).check()
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
})

test('a former URL redirects, and an archived session stays readable', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db)
  await page.goto(routes.editSessionContent(session.id))
  await page.getByLabel('Adres van de pagina').fill(`nieuw-${session.id}`)
  await clickSave(page)
  await expect(page.getByText('Bewaard.')).toBeVisible()
  for (const path of [routes.session, routes.register, routes.registrationConfirmation]) {
    await page.goto(path(session.slug))
    await expect(page).toHaveURL(path(`nieuw-${session.id}`))
  }
  await page.goto(routes.editSession(session.id))
  await page.getByRole('button', { name: 'Naar het archief' }).click()
  await expect(page.getByText('De kennissessie ligt in het archief.')).toBeVisible()
  await expectGoodPage(page)
  await page.goto(routes.archive())
  await expectGoodPage(page)
  await expect(page.locator(`a[href="${routes.registrations(session.id)}"]`)).toBeVisible()
  await page.goto(routes.admin())
  await expect(page.locator(`a[href="${routes.registrations(session.id)}"]`)).toHaveCount(0)
  await page.goto(routes.session(session.slug))
  await expect(page.getByRole('main')).toContainText('Deze kennissessie is geweest.')
  await page.goto(routes.editSession(session.id))
  await page.getByRole('button', { name: 'Terughalen uit het archief' }).click()
  await expect(page.getByText('De kennissessie is terug uit het archief.')).toBeVisible()
})

test('a copied session keeps texts and questions and asks for its own times and URL', async ({
  adminPage: page,
  db,
}) => {
  const session = await createTestSession(db)
  const title = `Kopie ${session.id}`
  await db.session.update({ where: { id: session.id }, data: { title } })
  await page.goto(routes.editSession(session.id))
  await page.getByRole('link', { name: 'Maak een kopie' }).click()
  await expectGoodPage(page)
  await expect(page.getByLabel('Titel')).toHaveValue(title)
  await expect(page.getByLabel('Datum', { exact: true })).toHaveValue('')
  await expect(page.getByLabel('Adres van de pagina')).toHaveValue(`kopie-${session.id}`)
  await page.getByLabel('Adres van de pagina').fill(session.slug)
  await fillSessionTimes(page, { date: '2022-11-08' })
  await page.getByLabel('Aanmelden kan vanaf').fill('2096-10-01')
  await page.getByRole('button', { name: 'Maak de kopie' }).click()
  await expect(page.getByLabel('Datum', { exact: true })).toHaveAccessibleDescription(/Kies een dag die nog komt/)
  await expect(page.getByLabel('Eindtijd')).toHaveValue('16:30')
  await expectGoodState(page)
  await page.getByLabel('Datum', { exact: true }).fill('2096-11-08')
  await page.getByRole('button', { name: 'Maak de kopie' }).click()
  await expect(page.getByLabel('Adres van de pagina')).toHaveAccessibleDescription(/is van een andere kennissessie/)
  await expect(page.getByLabel('Adres van de pagina')).toHaveValue(`${session.slug}-november-2096`)
  await expectGoodState(page)
  await page.getByRole('button', { name: 'Maak de kopie' }).click()
  await expectResult(page, 'De kopie is gemaakt.')
  await expect(page.getByText('De teksten, de vragen en de mails zijn meegekomen.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Bewerk de 3 vragen' })).toBeVisible()

  await page.getByRole('button', { name: 'Publiceren' }).click()
  await expectResult(page, 'De kennissessie staat op de site.')
  await expect(page.getByText('De kopie is gemaakt.')).toHaveCount(0)
  await expect(page.getByText('Aanmelden kan vanaf maandag 1 oktober 2096', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'bekijk de pagina' }).click()
  await expect(page.getByText('Aanmelden kan nog niet.').first()).toBeVisible()
  await expect(page.getByRole('link', { name: 'Meld je aan' })).toHaveCount(0)
  await expectGoodPage(page)
  await page.goto(routes.register(new URL(page.url()).pathname.split('/').at(-1) ?? ''))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je kunt je nog niet aanmelden')
  await expectGoodPage(page)
})
