import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until the focus is there, and can be seen; `most` times at most. */
export async function tabTo(page: Page, target: Locator, maxPresses = 60): Promise<void> {
  for (let pressCount = 0; pressCount < maxPresses; pressCount += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) break
  }
  await expect(target).toBeFocused()
  const outline = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return { visible: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none' }
  })
  expect(outline, `the focus on ${target} cannot be seen`).toEqual({ visible: true })
}
