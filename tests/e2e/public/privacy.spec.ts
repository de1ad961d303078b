import { readFile } from 'node:fs/promises'
import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import {
  fillRegistrationForm,
  hasJavaScript,
  openRegistrationForm,
  submitRegistrationForm,
} from '@/tests/support/browser/registration-form'
import { emailFor, mainHeading } from '@/tests/support/browser/self-service'
import { timesNextMonth } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { createTestSession, sessionTimes2022 } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

test('the footer links to the privacy statement', async ({ page }) => {
  await page.goto(routes.home())
  await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click()
  await expect(mainHeading(page)).toHaveText('Privacy')
  for (const name of ['Wie is verantwoordelijk?', 'Je naam', 'Wat kun je doen?', 'Ben je organisator?'])
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
  await expect(page.getByText('We wissen dit 4 weken na de sessie.').first()).toBeVisible()
  await expect(page.getByText('artikel 9, lid 2, onder a')).toBeVisible()
  await expectGoodPage(page)
})

test('each field of the registration form explains its purpose', async ({ page }) => {
  await openRegistrationForm(page)
  const disclosures = page.getByText('Waarom vragen we dit?')
  await expect(disclosures.first()).toBeVisible()
  for (const disclosure of await disclosures.all()) if (await disclosure.isVisible()) await disclosure.click()
  await expect(page.getByText('Dit kan iets zeggen over je gezondheid.').first()).toBeVisible()
  await expect(page.getByText('We wissen dit 3 maanden na de sessie.').first()).toBeVisible()
  await page.getByText('Wat doen we met je gegevens?').click()
  await expect(page.getByText('Je naam, je e-mailadres en je functie.').first()).toBeVisible()
  await expectGoodPage(page)
})

test('a participant downloads and erases the own data', async ({ page, db }) => {
  test.slow()
  const session = await createTestSession(db, timesNextMonth)
  const email = emailFor('weg')
  const ownUrl = await test.step('opens the personal link from the mail', async () => {
    await page.goto(routes.register(session.slug))
    await fillRegistrationForm(page, { name: 'Voorbeeld Weg', email })
    await submitRegistrationForm(page)
    await expect(mainHeading(page)).toContainText('Je aanmelding is binnen')
    return (await waitForOnlyMail(email)).text?.match(/\S+\/aanmelding\/[\w.-]+/)?.[0] ?? ''
  })

  await test.step('shows and downloads the stored data', async () => {
    await page.goto(ownUrl)
    await page.getByRole('link', { name: 'Neem je gegevens mee' }).click()
    await expect(mainHeading(page)).toContainText('Dit bewaren we van jou')
    await expect(page.getByText(email).first()).toBeVisible()
    await expectGoodPage(page)
    const downloading = page.waitForEvent('download')
    await page.getByRole('link', { name: 'Download als bestand' }).click()
    const file = await readFile(await (await downloading).path(), 'utf8')
    expect(JSON.parse(file)[0]['Wat is ingevuld']).toContainEqual({ 'E-mailadres': email })
    expect(file).not.toContain('persoonlijke-link.invalid')
  })

  await test.step('previews and confirms the erasure', async () => {
    await page.getByRole('link', { name: 'Wis alles' }).click()
    await expect(mainHeading(page)).toContainText('Wil je alles laten wissen?')
    await expect(page.getByText('3 antwoorden')).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Ja, wis alles van deze aanmelding' }).click()
    await expect(mainHeading(page)).toHaveText('Alles is gewist')
    await expectGoodPage(page)
    expect(await db.registration.count({ where: { sessionId: session.id } })).toBe(0)
  })

  await test.step('the personal link no longer works', async () => {
    await page.goto(ownUrl)
    await expect(mainHeading(page)).toContainText('Deze link werkt niet')
  })
})

test('an organiser finds, downloads and erases the data of a participant', async ({ adminPage: page, db }) => {
  test.slow()
  const session = await createTestSession(db, timesNextMonth)
  const email = emailFor('gezocht')
  const name = 'Voorbeeld Gezocht'
  const person = {
    name,
    email,
    normalizedEmail: email,
    municipalityCode: 'GM0344',
    role: 'adviseur',
    contactWish: 'none' as const,
  }
  const registration = await db.registration.create({
    data: { ...person, sessionId: session.id, askedBeforeDeadline: true, idempotencyKey: email, createdAt: new Date() },
  })
  const question = session.questions[1]?.id ?? ''
  await db.answer.create({ data: { registrationId: registration.id, questionId: question, text: 'Een voorbeeld' } })

  await test.step('rejects an empty address and reports an unknown one', async () => {
    await page.goto(routes.admin())
    await page.getByRole('link', { name: 'Gegevens' }).click()
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await page.getByLabel('E-mailadres').fill('niemand@example.nl')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expectResult(page, 'Er is geen aanmelding met dit adres.')
    await expect(page.getByLabel('E-mailadres')).toHaveValue('niemand@example.nl')
    await expectGoodState(page)
  })

  await test.step('finds the participant by a former address', async () => {
    const former = emailFor('eerder')
    const change = { field: 'email', before: former, after: email, at: new Date(), actorType: 'participant' as const }
    await db.registrationChange.create({ data: { ...change, registrationId: registration.id } })
    await page.getByLabel('E-mailadres').fill(former)
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expectResult(page, 'Dit adres staat bij:')
    await expect(page.getByRole('listitem').filter({ hasText: `${name} had dit adres eerder.` })).toBeVisible()
    await expectGoodState(page)
  })

  await test.step('shows and downloads the data without the e-mail address in the URL', async () => {
    await page.getByLabel('E-mailadres').fill(email.toUpperCase())
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expect(mainHeading(page)).toContainText(`Wat we bewaren van ${name}`)
    expect(page.url()).not.toContain('example.nl')
    await expect(page.getByText('Een voorbeeld')).toBeVisible()
    await expectGoodPage(page)
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download als bestand' }).click()
    expect(await readFile(await (await downloading).path(), 'utf8')).toContain('Een voorbeeld')
  })

  await test.step('shows a new preview if data was added meanwhile, then erases', async () => {
    await page.getByRole('button', { name: 'Bekijk wat er wordt gewist' }).click()
    await expectResult(page, 'Dit wordt gewist')
    await expectGoodState(page)
    const other = session.questions[0]?.id ?? ''
    await db.answer.create({ data: { registrationId: registration.id, questionId: other, text: 'Net erbij' } })
    await page.getByRole('button', { name: `Wis alles van ${name}` }).click()
    await expect(page.getByText('Er is net iets bij gekomen of weggegaan.')).toBeVisible()
    await page.getByRole('button', { name: `Wis alles van ${name}` }).click()
    await expectResult(page, 'Alles van deze persoon is gewist.')
    await expectGoodState(page)
    expect(await db.registration.count({ where: { id: registration.id } })).toBe(0)
  })

  await test.step('the audit log records the erasure without the name', async () => {
    await page.goto(routes.auditLog())
    await expect(page.getByText('Aanmelding op verzoek gewist').first()).toBeVisible()
    await expect(page.getByText('Gegevens van één persoon gedownload').first()).toBeVisible()
    await expect(page.getByText(name)).toHaveCount(0)
  })
})

test('the admin area shows registrations with erased names', async ({ adminPage: page, db }) => {
  const session = await createTestSession(db, sessionTimes2022)
  const erasedAt = new Date('2023-02-08T16:00:00Z')
  const redacted = {
    name: 'Naam gewist',
    email: '',
    role: '',
    municipalityCode: 'GM0344',
    contactWish: 'phone' as const,
  }
  const row = {
    ...redacted,
    askedBeforeDeadline: true,
    idempotencyKey: '',
    erasedAt,
    createdAt: new Date('2022-10-01T08:00:00Z'),
  }
  const ids = await Promise.all(
    ['een', 'twee'].map(async (key) => {
      const data = { ...row, sessionId: session.id, normalizedEmail: `erased:${key}${session.id}` }
      return (await db.registration.create({ data })).id
    }),
  )
  const [id = ''] = ids
  const question = session.questions[1]?.id ?? ''
  const answer = await db.answer.create({ data: { registrationId: id, questionId: question, text: 'Hoe nu verder?' } })
  const sent = { sentAt: erasedAt, dueAt: erasedAt, createdAt: erasedAt, content: { create: { renderedAt: erasedAt } } }
  const message = await db.message.create({
    data: { ...sent, kind: 'followUp', dedupeKey: `gewist:${id}`, sessionId: session.id, registrationId: id },
  })

  await page.goto(routes.registrations(session.id))
  await expect(page.getByText('Namen en mailadressen zijn gewist op woensdag 8 februari 2023.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Naam gewist' })).toHaveCount(2)
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Naam gewist' }).first().click()
  await page.goto(routes.registration(session.id, id))
  await expect(page.getByText('Naam en mailadres zijn gewist op woensdag 8 februari 2023.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Meld .* af|Bewaren|Notitie/ })).toHaveCount(0)
  await expectGoodPage(page)
  for (const path of [
    routes.message(session.id, message.id),
    routes.agendaQuestion(session.id, answer.id),
    routes.agendaQuestions(session.id),
    routes.statistics(session.id),
    routes.messages(session.id),
    routes.resultNotifications(session.id),
    routes.speakerBrief(session.id),
  ]) {
    expect((await page.goto(path))?.status(), path).toBe(200)
    await expectGoodPage(page)
  }
  await page.goto(routes.newCustomMessage(session.id))
  await expect(page.getByText(/Naam gewist/)).toHaveCount(0)
  if (hasJavaScript()) await expectGoodPage(page)
})
