import { expect, type Page, test } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { mailsTo } from './received-mail'
import { fillRegistrationForm, submitRegistrationForm } from './registration-form'

/** An e-mail address that only the current test in the current project uses. */
export const emailFor = (name: string) => `${name}+${test.info().project.name}@example.nl`

export const mainHeading = (page: Page) => page.getByRole('heading', { level: 1 })

/** Waits for mail with these words in its subject. Returns the text of the latest one. */
export async function waitForMailText(to: string, subject: string): Promise<string> {
  const findMails = async () => (await mailsTo(to)).filter((mail) => mail.subject?.includes(subject))
  await expect.poll(async () => (await findMails()).length, { message: `"${subject}" to ${to}` }).toBeGreaterThan(0)
  return (await findMails()).at(-1)?.text ?? ''
}

/** The personal link in a mail, or a link that ends with for instance `/afmelden`. */
export const selfServiceLinkIn = (text: string, end = '') =>
  text.match(new RegExp(`\\S+/aanmelding/[\\w./-]+${end}(?=\\s|$)`))?.[0] ?? ''

/** Registers through the form. Returns the personal link from the confirmation mail. */
export async function registerThroughForm(page: Page, slug: string, email: string): Promise<string> {
  await page.goto(routes.register(slug))
  await fillRegistrationForm(page, { name: 'Voorbeeld Eigen', email })
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je aanmelding is binnen')
  return selfServiceLinkIn(await waitForMailText(email, 'Je bent aangemeld'))
}
