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

test('a mail that came back is shown at the registration, in the list and at the mail', async ({ adminPage, db }) => {
  const session = await createTestSession(db, { endsAt: minutesAgo(-60), publishedAt: null })
  const { id, email } = await addParticipant(db, session.id)
  const bounced = {
    registrationId: id,
    failedAt: minutesAgo(1),
    lastError: 'EBOUNCE: 550 5.1.1 User unknown',
    smtpResponse: '250 2.0.0 queued',
    content: { create: { renderedAt: minutesAgo(2), toName: 'Voorbeeld', toAddress: email } },
  }
  const message = { id, kind: 'confirmation', dedupeKey: id, sessionId: session.id } as const
  await db.message.create({ data: { ...message, createdAt: minutesAgo(2), dueAt: minutesAgo(2), ...bounced } })
  await adminPage.goto(routes.registration(session.id, id))
  const warning = adminPage.getByRole('note').filter({ hasText: `Mail aan ${email} komt niet aan.` })
  await expect(warning).toContainText('dit adres bestaat niet. Zoek het goede adres')
  await expectGoodPage(adminPage)
  await warning.getByRole('link', { name: 'Bevestiging van de aanmelding' }).click()
  await expect(adminPage.getByText('550 5.1.1 User unknown')).toBeVisible()
  await expect(adminPage.getByText('Verander het bij de aanmelding')).toBeVisible()
  await expectGoodPage(adminPage)
  await adminPage.goto(routes.messages(session.id, { show: 'failed' }))
  await expect(adminPage.getByRole('cell', { name: 'Teruggekomen: dit adres bestaat niet' })).toBeVisible()
  await expectGoodPage(adminPage)
  await db.message.delete({ where: { id } })
})

test('the admin area reports that the mailbox with bounces cannot be read', async ({ adminPage, db }) => {
  const failing = { address: 'x', failure: 'login-refused', failingSince: minutesAgo(5) }
  await db.bounceMailbox.upsert({ where: { id: 1 }, create: failing, update: failing })
  await adminPage.goto(routes.admin())
  await expect(adminPage.getByText('De site ziet niet welke mails terugkomen.')).toBeVisible()
  await expect(adminPage.getByText('de mailserver weigert de inlog')).toBeVisible()
  await expectGoodPage(adminPage)
  await db.bounceMailbox.deleteMany()
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
