import { routes } from '@/lib/platform/routes'
import { tabTo } from '@/tests/support/browser/keyboard'
import { expectGoodPage, expectGoodState } from '@/tests/support/browser/page-checks'
import { timesNextMonth } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { createSessionWithQuestions } from '@/tests/support/fixtures/agenda-questions'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

const levelOne = { level: 1 } as const

test('an organiser triages twelve questions in a row by keyboard', async ({ adminPage: page, db }) => {
  test.slow()
  const { sessionId, session, questions } = await createSessionWithQuestions(db, Array(12).fill({}), timesNextMonth)
  await page.goto(routes.registrations(sessionId))
  await tabTo(page, page.getByRole('link', { name: 'Vragen', exact: true }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(`Vragen ${session.title} - Aanschuif beheer`)
  await expect(page.getByText('12 vragen kwamen op tijd en zijn nog niet gekozen.')).toBeVisible()
  await expectGoodPage(page)
  await tabTo(page, page.getByRole('link', { name: 'Antwoord 2 van 0', exact: true }))
  await page.keyboard.press('Enter')

  for (let number = 0; number < 12; number += 1) {
    await expect(page.locator('blockquote')).toHaveText(`Antwoord 2 van ${number}`)
    // Without a script the browser goes to the question in a page only once it has all of it.
    await page.waitForLoadState()
    if (number === 1) await expectGoodPage(page)
    // From the second question on the keyboard goes on from the question itself: the form is two steps away.
    await tabTo(page, page.getByLabel('Stand'), number === 0 ? 60 : 4)
    await page.keyboard.type(number % 3 === 2 ? 'Valt' : 'Gekozen')
    await tabTo(page, page.getByLabel('Thema'), 2)
    await page.keyboard.type(number % 2 ? 'Geld' : 'Draagvlak')
    await page.keyboard.press('Enter')
  }
  await expect(page.getByText('Bewaard. Dit was de laatste vraag van de lijst.')).toBeVisible()
  await expect(page.getByText('4 vragen kwamen op tijd en zijn nog niet gekozen.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Gekozen voor de sessie (8)' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Draagvlak', exact: true })).toBeVisible()
  await expectGoodState(page)

  const kept = await db.triage.findMany({ where: { answerId: { in: questions } }, include: { theme: true } })
  const asKept = questions.map((id) => kept.find(({ answerId }) => answerId === id))
  expect(asKept.map((triage) => [triage?.state, triage?.theme?.name, triage?.version])).toEqual(
    questions.map((_, number) => [number % 3 === 2 ? 'outOfScope' : 'chosen', number % 2 ? 'Geld' : 'Draagvlak', 1]),
  )
})

test('a concurrent decision is reported to the second organiser and keeps the input', async ({
  adminPage: page,
  db,
}) => {
  const { sessionId, questions } = await createSessionWithQuestions(db, [{}, {}], timesNextMonth)
  const [question = ''] = questions
  await page.goto(routes.agendaQuestion(sessionId, question))
  const colleague = await page.context().newPage()
  await colleague.goto(routes.agendaQuestion(sessionId, question))
  await colleague.getByLabel('Stand').selectOption('Valt buiten de sessie')
  await colleague.getByRole('button', { name: 'Bewaar', exact: true }).click()
  await expect(colleague.getByText('Bewaard.')).toBeVisible()
  await expectGoodState(colleague)

  await page.getByLabel('Notitie').fill('Mooi begin')
  await page.getByLabel('Stand').selectOption('Gekozen voor de sessie')
  await page.getByRole('button', { name: 'Bewaar en volgende' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  await expect(page.getByText('Een collega heeft dit net veranderd.')).toBeVisible()
  await expect(page.getByText(/Nu staat er: Valt buiten de sessie, zonder thema, bij niemand/)).toBeVisible()
  await expect(page.getByLabel('Notitie')).toHaveValue('Mooi begin')
  await expect(page.getByLabel('Stand')).toHaveValue('chosen')
  await expectGoodState(page)
  await page.getByRole('button', { name: 'Bewaar en volgende' }).click()
  await expect(page.getByText('Vraag 2 van 2')).toBeVisible()
  expect(await db.triage.findUnique({ where: { answerId: question } })).toMatchObject({ state: 'chosen', version: 2 })
})

test('an organiser assigns a theme to several questions, orders themes and filters questions', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const askers = [{}, {}, { inTime: false }, { inTime: false }]
  const { sessionId } = await createSessionWithQuestions(db, askers, timesNextMonth)
  const tick = (number: number) => page.getByRole('checkbox', { name: new RegExp(`Antwoord 2 van ${number}`) })
  const bulk = page.getByRole('region', { name: 'Alles wat is aangevinkt' })
  const keep = () => page.getByRole('button', { name: 'Bewaar bij wat is aangevinkt' }).click()

  await test.step('rejects a change without selected questions or without a change, and keeps the input', async () => {
    await page.goto(routes.agendaQuestions(sessionId))
    await bulk.getByLabel('Thema').fill('Geld')
    await keep()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByRole('link', { name: 'Vink een of meer vragen aan' })).toBeVisible()
    await expect(bulk.getByLabel('Thema')).toHaveValue('Geld')
    await expectGoodState(page)
  })

  await test.step('assigns a theme and a state to three questions', async () => {
    for (const number of [0, 1, 2]) await tick(number).check()
    await bulk.getByLabel('Stand').selectOption('Gekozen voor de sessie')
    await keep()
    await expect(page.getByText('Bewaard bij 3 vragen.')).toBeVisible()
    await tick(3).check()
    await bulk.getByLabel('Thema').fill('Draagvlak')
    await bulk.getByLabel('Stand').selectOption('Gekozen voor de sessie')
    await keep()
    await expect(page.getByText('Bewaard bij 1 vraag.')).toBeVisible()
    await expect(
      page.getByText('Er is geen vraag die op tijd kwam en nog niet is gekozen of beantwoord.'),
    ).toBeVisible()
    await expectGoodState(page)
  })

  await test.step('filters the questions by a URL that can be shared', async () => {
    await page.getByText('Kies welke vragen je ziet').click()
    await page.getByLabel('Wanneer').selectOption('Later')
    await page.getByLabel('Thema').first().selectOption('Geld')
    await page.getByRole('button', { name: 'Toon deze vragen' }).click()
    await expect(page).toHaveURL(/thema=.*tijd=no/)
    await expect(page.getByRole('article')).toHaveCount(1)
    await expectGoodPage(page)
  })

  await test.step('moves, renames and merges themes', async () => {
    await page.getByRole('link', { name: 'Thema’s en volgorde' }).click()
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Geld', 'Draagvlak'])
    await expectGoodPage(page)
    await page.getByRole('link', { name: 'Antwoord 2 van 3' }).click()
    await expect(page.locator('blockquote')).toHaveText('Antwoord 2 van 3')
    await page.goBack()
    await page.getByRole('button', { name: 'Omhoog met thema Draagvlak' }).click()
    await expect(page.getByText('De volgorde is veranderd.')).toBeVisible()
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Draagvlak', 'Geld'])
    await page.locator('summary', { hasText: 'van Geld' }).click()
    await page.getByLabel('Nieuwe naam voor Geld').fill('draagvlak')
    await page.getByRole('button', { name: 'Verander de naam van Geld' }).click()
    await expect(page.getByText('Er is al een thema met deze naam.')).toBeVisible()
    await expect(page.getByLabel('Nieuwe naam voor Geld')).toHaveValue('draagvlak')
    await expectGoodState(page)
    await page.getByRole('button', { name: 'Voeg samen met Geld' }).click()
    await expect(page.getByText('De thema’s zijn samengevoegd.')).toBeVisible()
    await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Draagvlak'])
    await expectGoodState(page)
  })
})

test('closing a triage round with open guarantees requires an explanation, and reopening it permits changes again', async ({
  adminPage: page,
  db,
}) => {
  const { sessionId } = await createSessionWithQuestions(db, [{}], timesNextMonth)
  await page.goto(routes.agendaQuestions(sessionId))
  await page.getByRole('link', { name: 'Vragenronde sluiten' }).click()
  await expect(page.getByText('1 vraag kwam op tijd en is nog niet gekozen.')).toBeVisible()
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Sluit de vragenronde' }).click()
  await expect(page).toHaveTitle(/^Fout: /)
  const why = page.getByLabel('Waarom komt deze vraag niet aan bod?')
  await expect(why).toHaveAccessibleDescription(/Schrijf in een of twee zinnen/)
  await expectGoodState(page)
  await why.fill('De spreker is ziek.')
  await page.getByRole('button', { name: 'Sluit de vragenronde' }).click()
  await expect(page.getByText('De vragenronde is gesloten.')).toBeVisible()
  await expect(page.getByText('De spreker is ziek.')).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  await expectGoodPage(page)
  await page.getByRole('link', { name: 'Antwoord 2 van 0' }).click()
  await expect(page.getByRole('heading', levelOne)).toHaveText('Vraag van Utrecht')
  await expect(page.getByRole('button', { name: /Bewaar/ })).toHaveCount(0)
  await expectGoodPage(page)
  await page.goto(routes.closeTriageRound(sessionId))
  await expectGoodPage(page)
  await page.getByRole('button', { name: 'Heropen de vragenronde' }).click()
  await expect(page.getByText('1 vraag kwam op tijd en is nog niet gekozen.')).toBeVisible()
})
