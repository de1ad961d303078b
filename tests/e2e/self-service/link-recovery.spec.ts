import { routes } from '@/lib/platform/routes'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/browser/page-checks'
import { mailsTo } from '@/tests/support/browser/received-mail'
import { waitMinimumFillTime } from '@/tests/support/browser/registration-form'
import { selfServiceLinkIn, waitForMailText } from '@/tests/support/browser/self-service'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { addParticipant, createTestSession } from '@/tests/support/fixtures/session'

const emailFor = (who: string) => `${who}+${test.info().project.name}@example.nl`

test('who lost their link gets it by mail, and an address that nobody has gets the same page and no mail', async ({
  page,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, upcomingTimes(1, 2))
  const [email, stranger] = [emailFor('kwijt'), emailFor('vreemd')]
  await addParticipant(db, session.id, { email })
  const field = page.getByLabel('E-mailadres')
  const button = page.getByRole('button', { name: 'Mail mijn link' })

  await test.step('a link that does not work leads there', async () => {
    await page.goto(routes.selfService('onzin'))
    await page.getByRole('link', { name: 'Laat je link opnieuw mailen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je link opnieuw krijgen')
    await expectGoodPage(page)
  })

  await test.step('so does the sign-up form', async () => {
    await page.goto(routes.register(session.slug))
    await page.getByRole('link', { name: 'Laat je link mailen' }).click()
    await expect(button).toBeVisible()
  })

  await test.step('what is no address is told at the field, and stays', async () => {
    await field.fill('geen adres')
    await waitMinimumFillTime(page)
    await button.click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(field).toHaveAccessibleDescription(/Kijk je e-mailadres na/)
    await expect(field).toHaveValue('geen adres')
    await expectGoodState(page)
  })

  const told = async (address: string) => {
    await field.fill(address)
    await waitMinimumFillTime(page)
    await button.click()
    await expectResult(page, 'We hebben je vraag gekregen.')
    await expect(page.getByText('Komt er binnen een kwartier niets?')).toBeVisible()
    return (await page.getByRole('main').textContent())?.replaceAll(address, '')
  }

  await test.step('of every address the page says the same, and what to do when nothing comes', async () => {
    const known = (await told(email)) ?? ''
    await expectGoodState(page)
    await page.goto(routes.linkRecovery())
    expect(await told(stranger)).toBe(known)
  })

  await test.step('only the first gets a mail, and its link opens the sign-up', async () => {
    const link = selfServiceLinkIn(await waitForMailText(email, 'Jouw link'))
    await page.goto(link)
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
    await expect(page.getByText(email)).toBeVisible()
    expect(await mailsTo(stranger)).toEqual([])
  })
})
