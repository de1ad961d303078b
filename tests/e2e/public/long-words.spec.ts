import { expectNoHorizontalScroll } from '@/tests/support/browser/page-checks'
import { waitForOnlyMail } from '@/tests/support/browser/received-mail'
import {
  fillRegistrationForm,
  openRegistrationForm,
  submitRegistrationForm,
} from '@/tests/support/browser/registration-form'
import { expect, test } from '@/tests/support/browser/test'

test('a name of one long word fits on a phone, on pages and in the mail', async ({ page }, { project }) => {
  test.slow()
  await page.setViewportSize({ width: 320, height: 640 })
  const email = `lang-${project.name}@example.nl`
  await openRegistrationForm(page)
  await fillRegistrationForm(page, { name: 'Voorbeeldlangenaam'.repeat(6), email })
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
  await expectNoHorizontalScroll(page)
  const { html, text } = await waitForOnlyMail(email)
  const [link = ''] = text?.match(/https?:\S+\/aanmelding\/\S+/) ?? []
  await page.goto(link)
  await expect(page.getByRole('main')).toContainText('Voorbeeldlangenaam')
  await expectNoHorizontalScroll(page)
  await page.goto('about:blank')
  await page.setContent(html || '')
  await expect(page.locator('body')).toContainText('Voorbeeldlangenaam')
  await expectNoHorizontalScroll(page)
})
