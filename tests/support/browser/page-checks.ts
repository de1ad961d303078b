import { type Browser, expect, type Page, type Response, test } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { HtmlValidate } from 'html-validate'

const project = () => test.info().project.name
// The document is the same in each project, and all stories run in the first: the others look at what can differ there.
const isReferenceProject = () => project() === 'with-javascript' || project() === 'first-organiser'
const layoutRules = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

const axeOptions = (): RunOptions => ({
  runOnly:
    project() === 'narrow-and-dark'
      ? { type: 'rule', values: layoutRules }
      : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // What is right need not be told in full: that takes as long as finding what is wrong.
  resultTypes: ['violations'],
  // The only frame shows a mail and forbids every script; mails have tests of their own.
  iframes: false,
})

/** No axe violation on the page as it stands; the message lists each with the elements it is about. */
export async function expectAccessible(page: Page): Promise<void> {
  await waitUntilStyled(page)
  const target = test.info().project.use.javaScriptEnabled !== false ? page : await copyWithoutPageScripts(page)
  await target.evaluate(axe.source)
  const { violations } = await target.evaluate(
    (options) => (window as typeof window & { axe: typeof axe }).axe.run(options),
    axeOptions(),
  )
  const problems = violations.map(({ id, help, nodes }) =>
    [`${id}: ${help}`, ...nodes.map(({ html }) => html)].join('\n  '),
  )
  expect(problems, `axe on "${await page.title()}"`).toEqual([])
}

/** A link that was followed just now may still be without its style, or between the title of one page and that of the next. */
async function waitUntilStyled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await expect(page).toHaveTitle(/./)
}

/** axe is a script itself: it looks at the same document under the same address, without the scripts of the page. */
async function copyWithoutPageScripts(page: Page): Promise<Page> {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<\/?noscript>/g, '')
  const copy = await blankPageFor(page)
  await copy.evaluate((address) => history.replaceState(null, '', address), page.url())
  await copy.setContent(html)
  return copy
}

const blankPages = new WeakMap<Browser, Page>()

/** A page on the same host that runs scripts and has none: one for all that a browser shows, as each costs half a second. */
async function blankPageFor(beside: Page): Promise<Page> {
  const browser = beside.context().browser()
  if (!browser) throw new Error('no browser')
  const existing = blankPages.get(browser)
  const blank =
    existing && !existing.isClosed()
      ? existing
      : await (await browser.newContext({ javaScriptEnabled: true })).newPage()
  blankPages.set(browser, blank)
  if (originOf(blank) === originOf(beside)) return blank
  await blank.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }), { times: 1 })
  await blank.goto(beside.url())
  return blank
}

const originOf = (page: Page) => new URL(page.url()).origin

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  // React sends a form without a script to action="", the page itself: every browser does so, the standard forbids it.
  elements: ['html5', { form: { attributes: { action: { enum: [/.*/] } } } }],
  // Style, and a guard for files of somebody else's host: ours come from our own.
  rules: { 'no-redundant-for': 'off', 'require-sri': 'off' },
})

/** The document that the server sends for this address is valid HTML; `sent` when it was no plain request for it. */
export async function expectValidHtml(page: Page, sent?: Response | null): Promise<void> {
  // The server may just be closing a connection that stood idle.
  const html = await (sent ?? (await page.request.get(page.url(), { maxRetries: 2 }))).text()
  expect(await htmlFaults(html), `the HTML of ${page.url()}`).toEqual([])
}

/** The page is in order for whoever reads it: for axe, in its HTML, and in a window of any width. */
export async function expectGoodPage(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
  if (isReferenceProject()) await expectValidHtml(page)
}

/** The same for what only shows after a button was pressed: there is no address that gives it. */
export async function expectGoodState(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
}

/** What a press came to is in the window and holds the focus, so that nobody misses it. Without a script the page is new. */
export async function expectResult(page: Page, result: string | RegExp): Promise<void> {
  const message = page.getByText(result).first()
  await expect(message).toBeVisible()
  if (test.info().project.use.javaScriptEnabled === false) return
  await expect(message).toBeInViewport()
  const holdsFocus = () => message.evaluate((element) => document.activeElement?.closest('main *')?.contains(element))
  await expect.poll(holdsFocus, { message: `the focus is on "${result}"` }).toBe(true)
}

/** What the HTML standard has against a document. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
}

/** Nothing sticks out to the right: a page is read by scrolling down only. */
export async function expectNoHorizontalScroll(page: Page): Promise<void> {
  await waitUntilStyled(page)
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }))
  expect(wide, `${page.url()} is wider than its window`).toBeLessThanOrEqual(room)
}
