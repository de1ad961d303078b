import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { mailsTo } from '@/tests/support/browser/received-mail'
import { waitMinimumFillTime } from '@/tests/support/browser/registration-form'
import { emailFor, mainHeading, selfServiceLinkIn, waitForMailText } from '@/tests/support/browser/self-service'
import { daysFromNow, upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

/** Asks for a link or button by mail. Returns the text of the result without the address. */
async function submitAddress(page: Page, buttonName: string, address: string): Promise<string> {
  await page.getByLabel('E-mailadres').fill(address)
  await waitMinimumFillTime(page)
  await page.getByRole('button', { name: buttonName }).click()
  await expectResult(page, 'We hebben je vraag gekregen.')
  return (await page.getByRole('main').textContent())?.replaceAll(address, '') ?? ''
}

test('a participant gets the personal link by mail; an unknown address gets the same page and no mail', async ({
  page,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const [email, stranger] = [emailFor('kwijt'), emailFor('vreemd')]
  await addParticipant(db, session.id, { email })
  const field = page.getByLabel('E-mailadres')
  const button = page.getByRole('button', { name: 'Mail mijn link' })

  await test.step('opens the form from an invalid link', async () => {
    await page.goto(routes.selfService('onzin'))
    await page.getByRole('link', { name: 'Laat je link opnieuw mailen' }).click()
    await expect(mainHeading(page)).toHaveText('Je link opnieuw krijgen')
    await expectGoodPage(page)
  })

  await test.step('opens the form from the registration form', async () => {
    await page.goto(routes.register(session.slug))
    await page.getByRole('link', { name: 'Laat je link mailen' }).click()
    await expect(button).toBeVisible()
  })

  await test.step('rejects an invalid address and keeps it', async () => {
    await field.fill('geen adres')
    await waitMinimumFillTime(page)
    await button.click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(field).toHaveAccessibleDescription(/Kijk je e-mailadres na/)
    await expect(field).toHaveValue('geen adres')
    await expectGoodState(page)
  })

  const requestLink = async (address: string) => {
    const result = await submitAddress(page, 'Mail mijn link', address)
    await expect(page.getByText('Komt er binnen een kwartier niets?')).toBeVisible()
    return result
  }

  await test.step('shows the same result for a registered and an unknown address', async () => {
    const resultForKnown = await requestLink(email)
    await expectGoodState(page)
    await page.goto(routes.linkRecovery())
    expect(await requestLink(stranger)).toBe(resultForKnown)
  })

  await test.step('mails only the registered address, with a working link', async () => {
    const link = selfServiceLinkIn(await waitForMailText(email, 'Jouw link'))
    await page.goto(link)
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
    await expect(page.getByText(email)).toBeVisible()
    expect(await mailsTo(stranger)).toEqual([])
  })
})

test('a participant gets the button to join by mail on the page of a session that is on', async ({ page, db }) => {
  test.slow()
  const ongoing = { startsAt: daysFromNow(-0.02), endsAt: daysFromNow(0.04) }
  const session = await createTestSession(db, { ...upcomingTimes(-3, -1), ...ongoing })
  const other = await createTestSession(db, upcomingTimes(1, 2))
  const [email, stranger] = [emailFor('knop'), emailFor('vreemde-knop')]
  await addParticipant(db, session.id, { email })
  await addParticipant(db, other.id, { email })
  const main = page.getByRole('main')
  const field = page.getByLabel('E-mailadres')
  const button = page.getByRole('button', { name: 'Mail mij mijn knop om mee te doen' })

  await test.step('shows no form before the release', async () => {
    await page.goto(routes.session(session.slug))
    await expect(main).toContainText('De kennissessie is bezig.')
    await expect(main).toContainText('heb je geen link gekregen?')
    await expect(button).toHaveCount(0)
  })

  const onlineLink = 'https://vergaderen.example.nl/1'
  const release = { id: randomUUID(), sessionId: session.id, number: 1, onlineLink, agenda: 'Welkom' }
  await db.release.create({ data: { ...release, releasedAt: new Date() } })

  await test.step('shows the form, and rejects an invalid address', async () => {
    await expect(async () => {
      await page.goto(routes.session(session.slug))
      await expect(button).toBeVisible({ timeout: 1000 })
    }).toPass()
    await expectGoodPage(page)
    await field.fill('geen adres')
    await waitMinimumFillTime(page)
    await button.click()
    await expect(page).toHaveTitle(/^Fout: Voorbeeldsessie/)
    await expect(field).toHaveAccessibleDescription(/Kijk je e-mailadres na/)
    await expectGoodState(page)
  })

  const requestButton = (address: string) => submitAddress(page, 'Mail mij mijn knop om mee te doen', address)

  await test.step('shows the same result for a participant and a stranger', async () => {
    const resultForKnown = await requestButton(email)
    await expectGoodState(page)
    await page.goto(routes.session(session.slug))
    expect(await requestButton(stranger)).toBe(resultForKnown)
  })

  await test.step('mails only the participant, only for this session, with a button that joins', async () => {
    const text = await waitForMailText(email, 'Jouw link')
    const [link = ''] = text.match(/\S+\/deelnemen\/\S+/) ?? []
    await page.goto(link)
    await expect(page.getByRole('button', { name: 'Doe mee' })).toBeVisible()
    expect(await mailsTo(email)).toHaveLength(1)
    expect(await mailsTo(stranger)).toEqual([])
  })
})
