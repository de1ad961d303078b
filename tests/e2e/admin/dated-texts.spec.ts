import { routes } from '@/lib/platform/routes'
import {
  expectGoodPage,
  expectGoodState,
  expectNoHorizontalScroll,
  expectResult,
} from '@/tests/support/browser/page-checks'
import { fillSessionTimes } from '@/tests/support/browser/session-form'
import { upcomingTimes } from '@/tests/support/browser/session-times'
import { expect, test } from '@/tests/support/browser/test'
import { createTestSession } from '@/tests/support/fixtures/session'

const title = 'Kloppen deze datums, tijden en links nog?'
const link = 'https://teams.microsoft.com/l/meetup-join/19%3ameeting_Voorbeeldvoorbeeldvoorbeeldvoorbeeldvoorbeeld'

test('typed dates and links are listed before copying, before publishing and in the preview of a move', async ({
  adminPage: page,
  db,
}) => {
  test.slow()
  const session = await createTestSession(db, { ...upcomingTimes(1, 2), publishedAt: null })
  await db.session.update({
    where: { id: session.id },
    data: { title: `Sessie ${session.id}`, audience: `Kom op dinsdag 8 november: ${link}` },
  })
  const text = 'Je komt op 8 november om 14.00 uur. Tot {datum}!'
  const override = { sessionId: session.id, kind: 'confirmation' as const, subject: '', text, updatedAt: new Date() }
  await db.templateOverride.create({ data: override })
  const list = page.getByRole('note').filter({ hasText: title })
  const mailItem = 'Mail “Bevestiging van de aanmelding”: “8 november”, “14.00 uur”'

  await test.step('the copy page lists the texts, and its links lead to the fields of the copy', async () => {
    await page.goto(routes.copySession(session.id))
    await expect(list.getByRole('listitem')).toHaveText([`Voor wie?: “dinsdag 8 november”, “${link}”`, mailItem])
    await expectGoodPage(page)
    await list.getByRole('link', { name: 'Voor wie?' }).click()
    await expect(page.getByLabel('Voor wie?')).toBeFocused()
    await page.getByLabel('Voor wie?').fill('Voor iedereen.')
    await fillSessionTimes(page)
    await page.getByRole('button', { name: 'Maak de kopie' }).click()
    await expectResult(page, 'De kopie is gemaakt.')
  })

  await test.step('the copy lists what is left before it is published', async () => {
    await expect(list.getByRole('listitem')).toHaveText([mailItem])
    await expectGoodPage(page)
    await list.getByRole('link', { name: 'Mail “Bevestiging van de aanmelding”' }).click()
    await expect(page.getByLabel('Tekst')).toHaveValue(text)
    await page.goBack()
    await page.getByRole('button', { name: 'Publiceren' }).click()
    await expectResult(page, 'De kennissessie staat op de site.')
    await expect(list).toHaveCount(0)
  })

  await test.step('the preview of a move lists them when the day changes, and not when only a deadline does', async () => {
    await page.getByRole('link', { name: 'Verplaatsen' }).click()
    await page.getByLabel('Tijd van de vragentermijn').fill('13:00')
    await page.getByRole('button', { name: /^Kijk wat/ }).click()
    await expect(page.getByText('Dit gaat er veranderen')).toBeVisible()
    await expect(list).toHaveCount(0)
    await page.getByLabel('Datum', { exact: true }).fill('2096-11-15')
    await page.getByRole('button', { name: /^Kijk opnieuw/ }).click()
    await expect(list.getByRole('listitem')).toHaveText([mailItem])
    await expectGoodState(page)
    await page.getByRole('button', { name: 'Verplaatsen' }).click()
    await expectResult(page, 'De kennissessie is verplaatst.')
  })

  await test.step('a long link fits on a phone', async () => {
    await page.setViewportSize({ width: 320, height: 640 })
    await page.goto(routes.copySession(session.id))
    await expect(list).toBeVisible()
    await expectNoHorizontalScroll(page)
  })
})
