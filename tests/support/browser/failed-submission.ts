import { expect, type Locator, type Page, type Route } from '@playwright/test'

/** Ways in which a submission can fail before it reaches an action. */
const faults = {
  'connection lost': (route: Route) => route.abort('connectionreset'),
  'error page': (route: Route) =>
    route.fulfill({ status: 500, contentType: 'text/html', body: '<!DOCTYPE html><title>Fout</title>' }),
  'refused by a proxy': (route: Route) => route.fulfill({ status: 413, contentType: 'text/html', body: 'too large' }),
}

/**
 * Fills in each form of the page, lets its submission fail and checks that all fields are unchanged and that the form says
 * that nothing was saved. Returns the number of forms.
 */
export async function expectFormsKeepInput(page: Page, path: string): Promise<number> {
  await page.goto(path)
  await page.waitForLoadState('load')
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('details')) details.open = true
  })
  const forms = await page.locator('form[enctype="multipart/form-data"]').all()
  for (const [index, form] of forms.entries()) {
    await fillIn(form, index)
    const before = await valuesOf(form)
    const [name, fail] = Object.entries(faults)[index % 3] ?? []
    if (!fail) throw new Error('no fault')
    await failPosts(page, fail, async () => {
      await form.locator('button[type=submit]:visible').first().click()
      await expect(form.getByText(/^Er is niets bewaard/), `${path}, form ${index + 1}, ${name}`).toBeVisible()
    })
    expect(await valuesOf(form), `${path}, form ${index + 1}, ${name}`).toEqual(before)
  }
  return forms.length
}

/** Lets every POST fail while `run` runs. */
export async function failPosts(page: Page, fail: (route: Route) => Promise<void>, run: () => Promise<void>) {
  const handler = (route: Route) => (route.request().method() === 'POST' ? fail(route) : route.continue())
  await page.route('**/*', handler)
  await run()
  await page.unroute('**/*', handler)
}

const textFields =
  'textarea:visible, input:visible:is([type=text], [type=email], [type=password], :not([type])):not([role=combobox], [name=website])'

async function fillIn(form: Locator, index: number): Promise<void> {
  for (const [number, field] of (await form.locator(textFields).all()).entries()) {
    const isEmail = (await field.getAttribute('type')) === 'email'
    await field.fill(isEmail ? `getypt${number}@example.nl` : `Getypt ${index} ${number}`)
  }
}

/** Returns names and values of the fields, but not those in which React and Next keep their own state. */
const valuesOf = (form: Locator) =>
  form.evaluate((element: HTMLFormElement) =>
    [...new FormData(element)].map(([name, value]) => `${name}=${value}`).filter((field) => !field.startsWith('$')),
  )
