import { expect, type Page } from '@playwright/test'
import { routes } from '@/lib/platform/routes'
import { fillIn, send } from './e2e-form'
import { mailsTo } from './e2e-mail'

/** The text of the latest mail to an address of which the subject holds these words; waits for it. */
export async function mailAbout(to: string, subject: string): Promise<string> {
  const found = async () => (await mailsTo(to)).filter((mail) => mail.subject?.includes(subject))
  await expect.poll(async () => (await found()).length, { message: `"${subject}" to ${to}` }).toBeGreaterThan(0)
  return (await found()).at(-1)?.text ?? ''
}

/** The address in a mail of the reader's own sign-up, or of a page below it: `/afmelden`. */
export const ownLinkIn = (text: string, end = '') =>
  text.match(new RegExp(`\\S+/aanmelding/[\\w./-]+${end}(?=\\s|$)`))?.[0] ?? ''

/** Signs up by the form; gives the link at the foot of the confirmation. */
export async function signUpByForm(page: Page, slug: string, email: string): Promise<string> {
  await page.goto(routes.signUp(slug))
  await fillIn(page, { name: 'Voorbeeld Eigen', email })
  await send(page)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Je bent aangemeld')
  return ownLinkIn(await mailAbout(email, 'Je bent aangemeld'))
}
