import { type Browser, expect, type Page, type Response, test } from '@playwright/test'
import axe, { type RunOptions } from 'axe-core'
import { HtmlValidate } from 'html-validate'

const project = () => test.info().project.name
// These projects check everything; other projects only what can differ from them.
const isReferenceProject = () => project() === 'with-javascript' || project() === 'first-organiser'
const layoutRules = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable']

const axeOptions = (): RunOptions => ({
  runOnly:
    project() === 'narrow-and-dark'
      ? { type: 'rule', values: layoutRules }
      : ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  // Listing passed rules would double the duration.
  resultTypes: ['violations'],
  // The only frame shows a mail and forbids scripts; mails have their own tests.
  iframes: false,
})

/** Fails with a list of rules and elements if axe finds violations on the current page. */
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

/** Waits for styles and title: right after navigation both may be missing. */
async function waitUntilStyled(page: Page): Promise<void> {
  await page.waitForLoadState('load')
  await expect(page).toHaveTitle(/./)
}

/** Copies the document to a page with JavaScript, which axe needs, but without the scripts of the page. */
async function copyWithoutPageScripts(page: Page): Promise<Page> {
  const html = (await page.content()).replace(/<script\b[\s\S]*?<\/script>/g, '').replace(/<\/?noscript>/g, '')
  const copy = await blankPageFor(page)
  await copy.evaluate((address) => history.replaceState(null, '', address), page.url())
  await copy.setContent(html)
  return copy
}

const blankPages = new WeakMap<Browser, Page>()

/** Returns an empty page on the same host with JavaScript. Cached per browser, because opening one takes half a second. */
async function blankPageFor(page: Page): Promise<Page> {
  const browser = page.context().browser()
  if (!browser) throw new Error('no browser')
  const existing = blankPages.get(browser)
  const blank =
    existing && !existing.isClosed()
      ? existing
      : await (await browser.newContext({ javaScriptEnabled: true })).newPage()
  blankPages.set(browser, blank)
  if (originOf(blank) === originOf(page)) return blank
  await blank.route('**', (route) => route.fulfill({ contentType: 'text/html', body: '' }), { times: 1 })
  await blank.goto(page.url())
  return blank
}

const originOf = (page: Page) => new URL(page.url()).origin

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  // React renders action="" for a form without JavaScript. Browsers accept it; the standard does not.
  elements: ['html5', { form: { attributes: { action: { enum: [/.*/] } } } }],
  // A matter of style, and a rule for files from other hosts, which the site does not use.
  rules: { 'no-redundant-for': 'off', 'require-sri': 'off' },
})

/** Fails if the document at the current URL is not valid HTML. Pass `response` if a GET would not return that document. */
async function expectValidHtml(page: Page, response?: Response | null): Promise<void> {
  // Retries, because the server may close an idle connection.
  const html = await (response ?? (await page.request.get(page.url(), { maxRetries: 2 }))).text()
  expect(await htmlFaults(html), `the HTML of ${page.url()}`).toEqual([])
}

/** Checks accessibility, horizontal scrolling and, in reference projects, the HTML of the current page. */
export async function expectGoodPage(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
  if (isReferenceProject()) await expectValidHtml(page)
}

/** Checks a state of the page that only exists after a submission, so its HTML cannot be requested again. */
export async function expectGoodState(page: Page): Promise<void> {
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
}

/** Expects a message about a submission to be visible. With JavaScript it must also be in view and have the focus. */
export async function expectResult(page: Page, result: string | RegExp): Promise<void> {
  const message = page.getByText(result).first()
  await expect(message).toBeVisible()
  if (test.info().project.use.javaScriptEnabled === false) return
  await expect(message).toBeInViewport()
  const holdsFocus = () => message.evaluate((element) => document.activeElement?.closest('main *')?.contains(element))
  await expect.poll(holdsFocus, { message: `the focus is on "${result}"` }).toBe(true)
}

/** Returns the violations of the HTML standard in a document. */
export async function htmlFaults(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector})`),
  )
}

/** Fails if the page scrolls horizontally. */
export async function expectNoHorizontalScroll(page: Page): Promise<void> {
  await waitUntilStyled(page)
  const { contentWidth, windowWidth } = await page.evaluate(() => ({
    contentWidth: document.documentElement.scrollWidth,
    windowWidth: document.documentElement.clientWidth,
  }))
  expect(contentWidth, `${page.url()} is wider than its window`).toBeLessThanOrEqual(windowWidth)
}
