import { expect, type Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { mailsTo } from './received-mail'
import { fillRegistrationForm, submitRegistrationForm } from './registration-form'

/** The text of the latest mail to an address of which the subject holds these words; waits for it. */
export async function waitForMailText(to: string, subject: string): Promise<string> {
  const findMails = async () => (await mailsTo(to)).filter((mail) => mail.subject?.includes(subject))
  await expect.poll(async () => (await findMails()).length, { message: `"${subject}" to ${to}` }).toBeGreaterThan(0)
  return (await findMails()).at(-1)?.text ?? ''
}

/** The address in a mail of the reader's own sign-up, or of a page below it: `/afmelden`. */
export const selfServiceLinkIn = (text: string, end = '') =>
  text.match(new RegExp(`\\S+/aanmelding/[\\w./-]+${end}(?=\\s|$)`))?.[0] ?? ''

/** Signs up by the form; gives the link at the foot of the confirmation. */
export async function registerThroughForm(page: Page, slug: string, email: string): Promise<string> {
  await page.goto(routes.register(slug))
  await fillRegistrationForm(page, { name: 'Voorbeeld Eigen', email })
  await submitRegistrationForm(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
  return selfServiceLinkIn(await waitForMailText(email, 'Je bent aangemeld'))
}
