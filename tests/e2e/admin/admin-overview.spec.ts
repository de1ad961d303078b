import { randomUUID } from 'node:crypto'
import { routes } from '@/lib/platform/routes'
import {
  expectAccessible,
  expectGoodPage,
  expectNoHorizontalScroll,
  expectResult,
} from '@/tests/support/browser/page-checks'
import { expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)

test('more than fifty registrations are listed on several pages', async ({ adminPage, db }) => {
  const session = await createTestSession(db)
  await db.registration.createMany({
    data: Array.from({ length: 101 }, (_, index) => ({
      id: randomUUID(),
      sessionId: session.id,
      name: `Voorbeeld ${index}`,
      email: `voorbeeld${index}@example.nl`,
      normalizedEmail: `voorbeeld${index}@example.nl`,
      idempotencyKey: randomUUID(),
      role: 'adviseur',
      organisation: 'Stichting Voorbeeld met een naam die over twee regels loopt',
      contactWish: 'none' as const,
      askedBeforeDeadline: index < 60,
      createdAt: minutesAgo(index),
    })),
  })
  await adminPage.goto(routes.registrations(session.id))
  await expect(adminPage.getByRole('row')).toHaveCount(51)
  await adminPage.getByRole('link', { name: 'Volgende pagina' }).click()
  await expect(adminPage.getByText('Pagina 2 van 3', { exact: true })).toBeVisible()
  await expectGoodPage(adminPage)
  await adminPage.getByRole('link', { name: 'Volgende pagina' }).click()
  await expect(adminPage.getByRole('link', { name: 'Volgende pagina' })).toHaveCount(0)
  await expect(adminPage.getByRole('row')).toHaveCount(2)
})

test('the admin area reports mail that waits too long', async ({ adminPage, db }) => {
  const session = await createTestSession(db)
  const id = randomUUID()
  const tried = { attempts: 5, firstAttemptAt: minutesAgo(60), dueAt: minutesAgo(-600), createdAt: minutesAgo(60) }
  await db.message.create({
    data: { id, kind: 'confirmation', dedupeKey: id, sessionId: session.id, registrationId: null, ...tried },
  })
  await adminPage.goto(routes.admin())
  await expect(adminPage.getByText('Er wacht mail die nog niet verstuurd is.')).toBeVisible()
  await expectGoodPage(adminPage)
  await db.message.delete({ where: { id } })
})

test('the admin area reports mail that failed, with the reason and a link to it', async ({ adminPage, db }) => {
  const session = await createTestSession(db, { endsAt: minutesAgo(-60), publishedAt: null })
  const { id } = await addParticipant(db, session.id)
  const failed = {
    attempts: 1,
    registrationId: id,
    failedAt: minutesAgo(1),
    lastError: `550 ${id}`,
    dueAt: minutesAgo(2),
  }
  await db.message.create({
    data: { id, kind: 'confirmation', dedupeKey: id, sessionId: session.id, createdAt: minutesAgo(2), ...failed },
  })
  await adminPage.goto(routes.admin())
  const news = adminPage.getByRole('note').filter({ hasText: `De melding was: “550 ${id}”.` })
  await expect(news).toContainText('1 mail is niet aangekomen.')
  await expectGoodPage(adminPage)
  await news.getByRole('link', { name: 'Kijk wie het zijn' }).click()
  await expect(adminPage.getByRole('cell', { name: 'Mislukt' })).toBeVisible()
  await adminPage.getByRole('link', { name: /Bevestiging van de aanmelding/ }).click()
  await adminPage.getByRole('button', { name: 'Ik heb dit geregeld' }).click()
  await expectResult(adminPage, 'Geregeld. Deze mail staat niet meer bij de meldingen.')
  await expectGoodPage(adminPage)
  await adminPage.goto(routes.admin())
  await expect(news).toHaveCount(0)
})

test('the login states how long to wait after five wrong passwords', async ({ page }, { project }) => {
  await page.goto(routes.login())
  for (let time = 0; time < 6; time += 1) {
    await page.getByLabel('E-mailadres').fill(`vergeten+${project.name}@example.nl`)
    await page.getByLabel('Wachtwoord').fill(`geen goed wachtwoord ${time}`)
    const answered = page.waitForResponse((response) => response.request().method() === 'POST')
    await page.getByRole('button', { name: 'Inloggen' }).click()
    await answered
    await expect(page.getByLabel('Wachtwoord')).toHaveValue('')
  }
  await expect(page.getByText(/Wacht nog \d+ minuten/)).toBeVisible()
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
})
