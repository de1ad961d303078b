import { removeBuiltIns } from '@/tests/support/browser/missing-built-ins'
import {
  fillRegistrationForm,
  openRegistrationForm,
  submitRegistrationForm,
} from '@/tests/support/browser/registration-form'
import { expect, test } from '@/tests/support/browser/test'

/** Makes the check in the page throw, as a missing built-in does. The municipality field uses another form. */
const breakTheCheck = `{ const { normalize } = String.prototype
String.prototype.normalize = function (form) {
  if (form === 'NFC') throw new TypeError('not a function')
  return normalize.call(this, form)
} }`

for (const [condition, script, key] of [
  ['lacks the newest built-ins', removeBuiltIns, 'oud'],
  ['cannot run the check in the page', `${removeBuiltIns}\n${breakTheCheck}`, 'stuk'],
] as const)
  test(`a visitor registers with a browser that ${condition}`, async ({ page }, { project }) => {
    test.slow()
    await page.addInitScript(script)
    await openRegistrationForm(page)
    const email = `${key}-${project.name}@example.nl`
    await fillRegistrationForm(page, { name: '', email })
    await submitRegistrationForm(page)
    await expect(page).toHaveTitle(/^Fout: /)
    await page.getByLabel('Naam', { exact: true }).fill('Voorbeeld Oud')
    await submitRegistrationForm(page)
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
  })
