import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState } from '@/tests/support/browser/page-checks'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { addManyRegistrations } from '@/tests/support/fixtures/many-registrations'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

test('an organiser searches, filters and sorts registrations', async ({ adminPage: page, db }) => {
  test.slow()
  const session = await createTestSession(db)
  await addManyRegistrations(db, session, { count: 120, from: new Date('2022-09-20T09:00:00Z') })
  const rows = page.getByRole('row')

  await test.step('finds registrations by a word in an answer', async () => {
    await page.goto(routes.registrations(session.id))
    await expect(rows).toHaveCount(51)
    await page.getByLabel('Zoek in de aanmeldingen').fill('zevenblad')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expect(page.getByRole('heading', { name: 'Gevonden aanmeldingen (1)' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Voorbeeld 7' })).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('explains how to widen a search without results', async () => {
    await page.getByLabel('Zoek in de aanmeldingen').fill('zevenblad bestaat-niet')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expect(page.getByText('Zo is er niemand.')).toBeVisible()
    await expect(page.getByRole('table')).toHaveCount(0)
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Toon iedereen die is aangemeld' }).click()
    await expect(rows).toHaveCount(51)
  })

  await test.step('lists each active filter with a link that removes it', async () => {
    await page.getByText('Kies wie je wilt zien').click()
    await page.getByLabel('Gemeente', { exact: true }).selectOption({ label: 'Andere organisatie' })
    await page.getByLabel('Meegedaan').selectOption({ label: 'Ja' })
    await page.getByRole('button', { name: 'Toon deze aanmeldingen' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: 'Gemeente: Andere organisatie' })).toBeVisible()
    await expect(page.getByLabel('Meegedaan')).toHaveValue('yes')
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'weg met Meegedaan: Ja' }).click()
    await expect(page.getByRole('heading', { name: 'Gevonden aanmeldingen (24)' })).toBeVisible()
  })

  await test.step('keeps the order while filtering', async () => {
    await page.getByRole('link', { name: 'Naam' }).click()
    await expect(page.getByRole('columnheader', { name: 'Naam' })).toHaveAttribute('aria-sort', 'ascending')
    await expect(page.getByRole('rowheader').first()).toHaveText('Voorbeeld 4')
    await page.getByRole('link', { name: 'Naam' }).click()
    await expect(page.getByRole('columnheader', { name: 'Naam' })).toHaveAttribute('aria-sort', 'descending')
    await expect(page.getByRole('rowheader').first()).toHaveText('Voorbeeld 119')
    await page.getByLabel('Zoek in de aanmeldingen').fill('voorbeeld1')
    await page.getByRole('button', { name: 'Zoek' }).click()
    await expect(page.getByRole('columnheader', { name: 'Naam' })).toHaveAttribute('aria-sort', 'descending')
    await expectGoodPage(page)
  })

  await test.step('exports the results and records that in the audit log', async () => {
    for (const [button, kind] of [
      ['Excel-bestand', 'xlsx'],
      ['CSV-bestand', 'csv'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: button }).click(),
      ])
      expect(file.suggestedFilename()).toMatch(
        new RegExp(`^aanmeldingen-${session.slug}-\\d{4}-\\d\\d-\\d\\d\\.${kind}$`),
      )
      await expect(page.getByRole('heading', { name: /^Gevonden aanmeldingen/ })).toBeVisible()
    }
    const exported = { action: 'registrationsExported', subjectId: session.id } as const
    expect(await db.auditEntry.count({ where: exported })).toBe(2)
  })

  await test.step('links from a municipality in the statistics to its registrations', async () => {
    await page.getByRole('link', { name: 'Cijfers' }).click()
    await expect(page.getByRole('heading', { name: /^96 van de 342 gemeenten/ })).toBeVisible()
    await page.getByText('Bekijk de aanmeldingen per dag als tabel').click()
    await expect(page.getByRole('row', { name: 'dinsdag 20 september 2022 120' })).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Stichting Voorbeeld 14' }).click()
    await expect(page.getByRole('heading', { name: 'Gevonden aanmeldingen (3)' })).toBeVisible()
  })
})

test('an organiser registers a participant by hand, changes it, and cannot use an address twice', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(-2, -1))
  await addParticipant(db, session.id, { name: 'Voorbeeld Eerder', email: `eerder-${session.id}@example.nl` })

  await test.step('rejects missing fields', async () => {
    await page.goto(routes.registrations(session.id))
    await page.getByRole('link', { name: 'Iemand aanmelden' }).click()
    await expect(page.getByText('Aanmelden is voor bezoekers gesloten.')).toBeVisible()
    await expectGoodPage(page)
    await page.getByLabel('Naam', { exact: true }).fill('Voorbeeld Gebeld')
    await page.getByRole('button', { name: 'Meld deze persoon aan' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByLabel('Functie')).toHaveAccessibleDescription(/Vul de functie in/)
    await expect(page.getByLabel('Naam', { exact: true })).toHaveValue('Voorbeeld Gebeld')
    await expectGoodState(page)
  })

  await test.step('rejects a registered address with a link to its registration', async () => {
    await page.getByLabel('E-mailadres').fill(`EERDER-${session.id}@example.nl`)
    await page.getByLabel('Gemeente', { exact: true }).selectOption({ label: 'Utrecht' })
    await page.getByLabel('Functie').fill('adviseur')
    for (const question of await page.getByRole('group', { name: 'De vragen' }).getByRole('textbox').all()) {
      if (await question.isVisible()) await question.fill('Voorbeeld')
    }
    await page.getByRole('radio', { name: 'Nee' }).check()
    await page.getByRole('button', { name: 'Meld deze persoon aan' }).click()
    await expect(page.getByLabel('E-mailadres')).toHaveAccessibleDescription(/is al iemand aangemeld/)
    await expect(page.getByRole('link', { name: 'Open de aanmelding van Voorbeeld Eerder' })).toBeVisible()
    await expect(page.getByLabel('Gemeente', { exact: true })).toHaveValue('GM0344')
    await expectGoodState(page)
  })

  await test.step('shows the registration with colleagues and the confirmation mail', async () => {
    await page.getByLabel('E-mailadres').fill(`gebeld-${session.id}@example.nl`)
    await page.getByRole('button', { name: 'Meld deze persoon aan' }).click()
    await expect(page.getByText('Aangemeld.', { exact: true })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Voorbeeld Eerder' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Bevestiging van de aanmelding' })).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('reports a concurrent change and saves at the second submission', async () => {
    await page.getByRole('link', { name: 'Gegevens en antwoorden veranderen' }).click()
    await expectGoodPage(page)
    await page.getByLabel('Functie').fill('projectleider')
    const where = { sessionId: session.id, name: 'Voorbeeld Gebeld' }
    await db.registration.updateMany({ where, data: { role: 'wethouder', version: { increment: 1 } } })
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expect(page.getByText('Een collega heeft deze aanmelding net veranderd.')).toBeVisible()
    await expect(page.getByLabel('Functie')).toHaveValue('projectleider')
    await expectGoodState(page)
    await page.getByRole('button', { name: 'Bewaren' }).click()
    await expect(page.getByText('De aanmelding is veranderd.')).toBeVisible()
    await expect(page.getByText(/veranderde de functie/)).toBeVisible()
  })
})

test('an organiser cancels and restores a registration and keeps notes', async ({ adminPage: page, db }) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const { id, email } = await addParticipant(db, session.id, { name: 'Voorbeeld Ziek' })
  await page.goto(routes.registration(session.id, id))

  await test.step('cancels the registration with a mail', async () => {
    await page.getByText('Afmelden').first().click()
    await page.getByLabel('Stuur Voorbeeld Ziek een mail').check()
    await expectGoodState(page)
    await page.getByRole('button', { name: 'Meld Voorbeeld Ziek af' }).click()
    await expect(page.getByText('Afgemeld. Deze persoon krijgt vanzelf geen mail meer')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Je bent afgemeld' })).toBeVisible()
    await expectGoodState(page)
    await expect
      .poll(() => db.message.count({ where: { content: { toAddress: email }, sentAt: { not: null } } }))
      .toBe(1)
    await page.goto(routes.registrations(session.id))
    await expect(page.getByText('Er zijn nog geen aanmeldingen.')).toBeVisible()
    await page.getByText('Kies wie je wilt zien').click()
    await page.getByLabel('Stand').selectOption({ label: 'Afgemeld' })
    await page.getByRole('button', { name: 'Toon deze aanmeldingen' }).click()
    await expect(page.getByRole('cell', { name: 'afgemeld' })).toBeVisible()
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Voorbeeld Ziek' }).click()
  })

  await test.step('restores the registration without a mail', async () => {
    await page.getByText('Weer aanmelden').first().click()
    await page.getByLabel('Stuur Voorbeeld Ziek een bevestiging').uncheck()
    await page.getByRole('button', { name: 'Meld Voorbeeld Ziek weer aan' }).click()
    await expect(page.getByText('Weer aangemeld.')).toBeVisible()
    expect(await db.message.count({ where: { registrationId: id } })).toBe(1)
    await page.getByRole('button', { name: 'Stuur de bevestiging aan Voorbeeld Ziek' }).click()
    await expect(page.getByText('De bevestiging gaat nog een keer uit.')).toBeVisible()
    await expectGoodState(page)
  })

  await test.step('adds, edits and deletes a note', async () => {
    await page.getByRole('button', { name: 'Notitie bewaren' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expectGoodState(page)
    await page.getByLabel('Nieuwe notitie').fill('Belt liever\nna drie uur.')
    await page.getByRole('button', { name: 'Notitie bewaren' }).click()
    await expect(page.getByText('De notitie is bewaard.')).toBeVisible()
    await expect(page.getByLabel('Nieuwe notitie')).toHaveValue('')
    await page.getByText('Veranderen').last().click()
    await page.getByLabel('Notitie', { exact: true }).fill('Belt liever na vier uur.')
    await page.getByRole('button', { name: 'Bewaren', exact: true }).click()
    await expect(page.getByText('De notitie is veranderd.')).toBeVisible()
    await expect(page.getByText('later veranderd')).toBeVisible()
    await expectGoodState(page)
    await db.registrationNote.updateMany({ where: { registrationId: id }, data: { editedAt: new Date() } })
    await page.getByRole('button', { name: /^Weghalen/ }).click()
    await expect(page.getByText('Deze notitie is net veranderd.')).toBeVisible()
    await expect(page.getByLabel('Notitie', { exact: true })).toBeHidden()
    await page.getByRole('button', { name: /^Weghalen/ }).click()
    await expect(page.getByText('De notitie is weg.')).toBeVisible()
    expect(await db.registrationNote.count({ where: { registrationId: id } })).toBe(0)
    await expectGoodState(page)
  })
})
