import { expect, type Locator, type Page } from '@playwright/test'

/** Presses Tab until the target has a visible focus. Fails after `maxPresses`. */
export async function tabTo(page: Page, target: Locator, maxPresses = 400): Promise<void> {
  for (let pressCount = 0; pressCount < maxPresses; pressCount += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) break
  }
  await expect(target).toBeFocused()
  const outline = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element)
    return { visible: (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none' }
  })
  expect(outline, `the focus on ${target} is not visible`).toEqual({ visible: true })
}
