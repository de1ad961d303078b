import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { fillRegistrationForm, submitRegistrationForm } from '@/tests/support/browser/registration-form'
import {
  emailFor,
  mainHeading,
  registerThroughForm,
  selfServiceLinkIn,
  waitForMailText,
} from '@/tests/support/browser/self-service'
import { daysFromNow, upcomingTimes } from '@/tests/support/browser/session-times'
import { blockedScriptInMailFrame, expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

test.use({ expectedBrowserErrors: blockedScriptInMailFrame })

const agendaQuestionField = (page: Page) => page.getByLabel('Wat wil je weten?')

test('a participant reads, changes, cancels and renews the registration by the personal link', async ({ page, db }) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const email = emailFor('eigen')
  const ownUrl = await registerThroughForm(page, session.slug, email)

  await test.step('shows all data and the status', async () => {
    await page.goto(ownUrl)
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
    await expect(page.getByText('Je vraag is op tijd, en komt zeker aan bod.')).toBeVisible()
    for (const text of ['Voorbeeld Eigen', email, 'beleidsadviseur', 'Voorbeeld 2']) {
      await expect(page.getByText(text, { exact: true })).toBeVisible()
    }
    await expectGoodPage(page)
  })

  await test.step('rejects invalid input at the field and keeps all input', async () => {
    await page.getByRole('link', { name: 'Wijzig je aanmelding' }).click()
    await expect(page.getByText('Dat blijft zo als je hem verandert')).toBeVisible()
    await expect(agendaQuestionField(page)).toHaveValue('Voorbeeld 2')
    await expect(page.getByText('Waarom vragen we dit?')).toHaveCount(7)
    await expectGoodPage(page)
    await agendaQuestionField(page).fill('Hoe begin je?')
    await page.getByLabel('Functie').fill(' ')
    await page.getByRole('radio', { name: 'Ja, per telefoon' }).check()
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(page.getByLabel('Functie')).toHaveAccessibleDescription(/Vul je functie in/)
    await expect(page.getByLabel('Telefoonnummer')).toHaveAccessibleDescription(/waarop we je kunnen bellen/)
    await expect(agendaQuestionField(page)).toHaveValue('Hoe begin je?')
    await expect(page.getByRole('radio', { name: 'Ja, per telefoon' })).toBeChecked()
    await expectGoodState(page)
  })

  await test.step('reports a concurrent change and keeps all input', async () => {
    await db.registration.updateMany({ where: { sessionId: session.id }, data: { needs: 'Schrijftolk', version: 2 } })
    await page.getByLabel('Functie').fill('wethouder')
    await page.getByLabel('Telefoonnummer').fill('06 12345678')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'Je aanmelding is intussen al veranderd.')
    await expect(page.getByText('Schrijftolk', { exact: true })).toBeVisible()
    await expect(page.getByLabel('Functie')).toHaveValue('wethouder')
    await expectGoodState(page)
  })

  await test.step('stores the input at the second submission', async () => {
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'Bewaard.')
    await expect(page.getByText('Hoe begin je?')).toBeVisible()
    await expect(page.getByText('Ja, per telefoon, 06 12345678')).toBeVisible()
    await expect(page.getByText('Je vraag is op tijd, en komt zeker aan bod.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('mails the changed registration', async () => {
    const changeMail = { kind: 'registrationChanged' as const, sessionId: session.id }
    await db.message.updateMany({ where: changeMail, data: { dueAt: new Date() } })
    expect(await waitForMailText(email, 'is gewijzigd')).toContain('Hoe begin je?')
  })

  await test.step('cancels after a confirmation', async () => {
    await page.goto(selfServiceLinkIn(await waitForMailText(email, 'Je bent aangemeld'), '/afmelden'))
    await expect(mainHeading(page)).toHaveText('Wil je je afmelden?')
    await expectGoodPage(page)
    await page.getByRole('button', { name: 'Ja, meld me af' }).click()
    await expectResult(page, 'Dat is gelukt.')
    await expect(page.getByText('Je bent afgemeld.')).toBeVisible()
    await expectGoodPage(page)
    expect(await waitForMailText(email, 'Je bent afgemeld')).toContain('Fijn dat je het liet weten.')
  })

  await test.step('offers no cancellation and no e-mail change after that', async () => {
    await page.goto(`${ownUrl}/afmelden`)
    await expect(page.getByText('Je bent al afgemeld.')).toBeVisible()
    await expectGoodPage(page)
    await page.goto(`${ownUrl}/adres`)
    await expect(page.getByText('Wijzigen kan niet meer.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('withdraws consent after the cancellation', async () => {
    await page.goto(ownUrl)
    await page.getByRole('link', { name: 'Wijzig je aanmelding' }).click()
    await expect(page.getByText('Wat je weghaalt, gebruiken we niet meer.')).toBeVisible()
    await expect(page.getByText('Na het bewaren krijg je een mail')).toBeHidden()
    await expect(page.getByLabel('Functie')).toBeHidden()
    await expectGoodPage(page)
    await page.getByRole('radio', { name: 'Nee' }).check()
    await page.getByLabel('Wat heb je nodig om goed mee te doen?').fill('')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'Bewaard.')
    await expect(page.getByText('06 12345678')).toBeHidden()
  })

  await test.step('registers again and keeps the personal link', async () => {
    await page.goto(ownUrl)
    await page.getByRole('link', { name: 'Meld je opnieuw aan' }).click()
    await expect(page.getByRole('button', { name: 'Meld je aan' })).toBeVisible()
    await page.waitForLoadState('load')
    await fillRegistrationForm(page, { name: 'Voorbeeld Terug', email })
    await submitRegistrationForm(page)
    await expect(mainHeading(page)).toContainText('Je aanmelding is binnen')
    await page.goto(ownUrl)
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
    await expect(page.getByText('Voorbeeld Terug')).toBeVisible()
  })
})

test('a change after the question deadline keeps the guarantee for the earlier question', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const email = emailFor('later')
  const ownUrl = await registerThroughForm(page, session.slug, email)
  await page.goto(`${ownUrl}/wijzigen`)

  await test.step('asks to confirm if the deadline passed while the form was open', async () => {
    await db.session.update({ where: { id: session.id }, data: { questionDeadlineAt: daysFromNow(-1) } })
    await agendaQuestionField(page).fill('Iets heel anders?')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'De vragentermijn is intussen voorbij.')
    await expect(page.getByText('dan geldt dat niet voor wat je verandert')).toBeVisible()
    await expect(agendaQuestionField(page)).toHaveValue('Iets heel anders?')
    await expectGoodState(page)
  })

  await test.step('stores the change next to the earlier question', async () => {
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'Bewaard.')
    await expect(page.getByText('Wat je op tijd vroeg, komt zeker aan bod.')).toBeVisible()
    await expect(page.getByText('Dit vroeg je op tijd')).toBeVisible()
    await expectGoodPage(page)
  })

  const registration = await db.registration.findFirstOrThrow({ where: { sessionId: session.id } })
  const answer = await db.answer.findFirstOrThrow({
    where: { registrationId: registration.id, question: { isAgendaQuestion: true } },
  })

  await test.step('the admin area shows both questions', async () => {
    await page.goto(routes.agendaQuestion(session.id, answer.id))
    await expect(page.getByText('Gewijzigd na de vragentermijn.')).toBeVisible()
    await expect(page.getByText('Voorbeeld 2')).toBeVisible()
    await expectGoodPage(page)
    await page.getByLabel('Stand').selectOption({ label: 'Gekozen voor de sessie' })
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click()
    await expectResult(page, 'Bewaard.')
    await page.goto(routes.agendaQuestions(session.id))
    await expect(page.getByText('Gewijzigd na de vragentermijn.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('the admin area reports a change after a decision', async () => {
    await page.goto(`${ownUrl}/wijzigen`)
    await agendaQuestionField(page).fill('Toch weer anders')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'Bewaard.')
    await page.goto(routes.agendaQuestion(session.id, answer.id))
    await expect(page.getByText('De vraag is veranderd nadat jullie hem indeelden.')).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('the history of the registration lists each change', async () => {
    await page.goto(routes.registration(session.id, registration.id))
    await expect(page.getByText('“Wat wil je weten?”: was “Voorbeeld 2”, werd “Iets heel anders?”')).toBeVisible()
    await expect(page.getByText('deze persoon zelf veranderde de antwoorden').first()).toBeVisible()
    await expectGoodPage(page)
  })

  await test.step('only answers are locked after the triage round is closed', async () => {
    const closing = { sessionId: session.id, openGuarantees: 0, closedAt: new Date() }
    await page.goto(`${ownUrl}/wijzigen`)
    await db.triageRound.create({ data: closing })
    await agendaQuestionField(page).fill('Te laat bedacht')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'Een deel hiervan kun je niet meer veranderen.')
    await expect(page.getByText('Te laat bedacht')).toBeVisible()
    await expectGoodState(page)
    await expect(page.getByText('De vragenronde is gesloten.')).toBeVisible()
    await page.getByLabel('Functie').fill('griffier')
    await page.getByRole('button', { name: 'Bewaar' }).click()
    await expectResult(page, 'Bewaard.')
    await expect(page.getByText('griffier', { exact: true })).toBeVisible()
    await expect(page.getByText('Te laat bedacht')).toBeHidden()
  })
})

test('a participant without a question reads whether a new one is guaranteed', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const ownUrl = await registerThroughForm(page, session.slug, emailFor('open'))
  const where = { registration: { sessionId: session.id } }
  await db.answer.deleteMany({ where: { ...where, question: { isAgendaQuestion: true } } })
  await db.registration.updateMany({ where: { sessionId: session.id }, data: { waitlistedAt: new Date() } })
  await page.goto(`${ownUrl}/wijzigen`)
  await expect(
    page.getByText(/^Krijg je een plek, dan komt wat je .* nog vraagt of verandert zeker aan bod/),
  ).toBeVisible()
  await db.registration.updateMany({ where: { sessionId: session.id }, data: { waitlistedAt: null } })
  await page.reload()
  await expect(page.getByText(/^Wat je .* nog vraagt of verandert, komt zeker aan bod/)).toBeVisible()
  await db.session.update({ where: { id: session.id }, data: { questionDeadlineAt: daysFromNow(-1) } })
  await agendaQuestionField(page).fill('Toch nog iets')
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expectResult(page, 'De vragentermijn is intussen voorbij.')
  await expect(page.getByText('Je bent niet meer op tijd met een vraag.')).toBeVisible()
  await expectGoodState(page)
  await page.getByRole('button', { name: 'Bewaar' }).click()
  await expectResult(page, 'Bewaard.')
  await expect(page.getByText('Je vraag kwam na de termijn.')).toBeVisible()
})

test('the erasure page states what the participant loses, by status', async ({ page, db }) => {
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const ownUrl = await registerThroughForm(page, session.slug, emailFor('wissen'))
  const expectConsequence = async (text: string | null) => {
    await page.goto(`${ownUrl}/wissen`)
    await expect(mainHeading(page)).toHaveText(/Wil je alles laten wissen\?$/)
    if (text) await expect(page.getByText(text)).toBeVisible()
    await expect(page.getByRole('link', { name: 'afmelden' })).toHaveCount(text ? 1 : 0)
  }
  const [whereSession, whereRegistration] = [{ where: { id: session.id } }, { where: { sessionId: session.id } }]
  await expectConsequence('Je bent dan ook niet meer aangemeld, en je vraag behandelen we niet.')
  await db.session.update({ ...whereSession, data: { capacity: 9 } })
  await expectConsequence('iemand anders kan je plek krijgen')
  await db.registration.updateMany({ ...whereRegistration, data: { waitlistedAt: new Date() } })
  await expectConsequence('Je staat dan ook niet meer op de wachtlijst.')
  await db.session.update({ ...whereSession, data: { cancelledAt: new Date() } })
  await expectConsequence(null)
})
