import type { Page } from '@playwright/test'

/** Fills in the times of a session on 8 November 2096, which is far ahead, so that these tests stay valid. */
export async function fillSessionTimes(page: Page, { date = '2096-11-08', endTime = '16:30' } = {}): Promise<void> {
  await page.getByLabel('Datum', { exact: true }).fill(date)
  await page.getByLabel('Begintijd').fill('15:00')
  await page.getByLabel('Eindtijd').fill(endTime)
  await page.getByLabel('Datum van de vragentermijn').fill('2096-10-17')
  await page.getByLabel('Tijd van de vragentermijn').fill('14:00')
  await page.getByLabel('Aanmelden kan tot en met').fill('2096-10-31')
}
