import { setTimeout as wait } from 'node:timers/promises'
import { parseForms } from './html-forms'

/** Controls that are sent only when the visitor chooses them. */
const omittedKinds = ['radio', 'checkbox', 'button', 'select']

type FilledForm = { action: string; fields: FormData; headers: Record<string, string> }

type FormSelector = {
  /** The login cookie. */
  cookie?: string
  /** A field of the wanted form. The default is the first form of the page. */
  field?: string
}

/** Loads a page and returns its form with the current values, as a browser without scripts would. */
export async function fetchForm(url: string, selector: FormSelector = {}): Promise<FilledForm> {
  const page = await fetch(url, { headers: selector.cookie ? { cookie: selector.cookie } : {} })
  return parseForm(await page.text(), url, selector)
}

/** Returns the form of a loaded page with its current values, without checkboxes, radio buttons and buttons. */
export function parseForm(html: string, url: string, { cookie, field }: FormSelector = {}): FilledForm {
  const forms = parseForms(html)
  const form = forms.find(({ controls }) => !field || controls.some(({ name }) => name === field))
  const fields = new FormData()
  for (const { name, value, kind } of form?.controls ?? []) if (!omittedKinds.includes(kind)) fields.set(name, value)
  const headers = { origin: new URL(url).origin, accept: 'text/html', ...(cookie && { cookie }) }
  return { action: url, fields, headers }
}

/** Returns a valid registration form for this address, opened long enough ago to be accepted. */
export async function fetchFilledRegistrationForm(url: string, email: string): Promise<FilledForm> {
  const form = await fetchForm(url)
  await wait(1_100)
  const values = { name: 'Voorbeeld', email, municipality: 'GM0344', role: 'adviseur', contactWish: 'none' }
  for (const [name, value] of Object.entries(values)) form.fields.set(name, value)
  for (const name of form.fields.keys()) if (name.startsWith('answers.')) form.fields.set(name, 'Antwoord')
  return form
}

/** Submits the form as a browser without scripts does. Does not follow a redirect. */
export function submitForm({ action, fields, headers }: FilledForm): Promise<Response> {
  return fetch(action, { method: 'POST', body: fields, headers, redirect: 'manual' })
}
