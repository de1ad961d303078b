import { routes } from '@/lib/platform/routes'
import { expect, test } from '@/tests/support/e2e'
import { expectGoodPage, expectGoodState, expectResult } from '@/tests/support/e2e-checks'
import { openLongEnough } from '@/tests/support/e2e-form'
import { mailsTo } from '@/tests/support/e2e-mail'
import { comingMoments } from '@/tests/support/e2e-moments'
import { mailAbout, ownLinkIn } from '@/tests/support/e2e-own'
import { addParticipant, makeSession } from '@/tests/support/sign-up'

const addressOf = (who: string) => `${who}+${test.info().project.name}@example.nl`

test('who lost their link gets it by mail, and an address that nobody has gets the same page and no mail', async ({
  page,
  db,
}) => {
  test.slow()
  const session = await makeSession(db, comingMoments(1, 2))
  const [email, stranger] = [addressOf('kwijt'), addressOf('vreemd')]
  await addParticipant(db, session.id, { email })
  const field = page.getByLabel('E-mailadres')
  const button = page.getByRole('button', { name: 'Mail mijn link' })

  await test.step('a link that does not work leads there', async () => {
    await page.goto(routes.ownSignUp('onzin'))
    await page.getByRole('link', { name: 'Laat je link opnieuw mailen' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Je link opnieuw krijgen')
    await expectGoodPage(page)
  })

  await test.step('so does the sign-up form', async () => {
    await page.goto(routes.signUp(session.slug))
    await page.getByRole('link', { name: 'Laat je link mailen' }).click()
    await expect(button).toBeVisible()
  })

  await test.step('what is no address is told at the field, and stays', async () => {
    await field.fill('geen adres')
    await openLongEnough(page)
    await button.click()
    await expect(page).toHaveTitle(/^Fout: /)
    await expect(field).toHaveAccessibleDescription(/Kijk je e-mailadres na/)
    await expect(field).toHaveValue('geen adres')
    await expectGoodState(page)
  })

  const told = async (address: string) => {
    await field.fill(address)
    await openLongEnough(page)
    await button.click()
    await expectResult(page, 'We hebben je vraag gekregen.')
    await expect(page.getByText('Komt er binnen een kwartier niets?')).toBeVisible()
    return (await page.getByRole('main').textContent())?.replaceAll(address, '')
  }

  await test.step('of every address the page says the same, and what to do when nothing comes', async () => {
    const known = (await told(email)) ?? ''
    await expectGoodState(page)
    await page.goto(routes.lostLink())
    expect(await told(stranger)).toBe(known)
  })

  await test.step('only the first gets a mail, and its link opens the sign-up', async () => {
    const link = ownLinkIn(await mailAbout(email, 'Jouw link'))
    await page.goto(link)
    await expect(page.getByText('Je bent aangemeld.')).toBeVisible()
    await expect(page.getByText(email)).toBeVisible()
    expect(await mailsTo(stranger)).toEqual([])
  })
})
