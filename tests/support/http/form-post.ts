import { setTimeout as wait } from 'node:timers/promises'
import { parseForms } from './html-forms'

/** What sends something only when somebody chooses it. */
const omittedKinds = ['radio', 'checkbox', 'button', 'select']

type FilledForm = { action: string; fields: FormData; headers: Record<string, string> }

type FormSelector = {
  /** Of somebody who is logged in. */
  cookie?: string
  /** The name of a field of the form that is meant; the first form of the page when left out. */
  field?: string
}

/** Reads a page as a browser without scripts does: the fields of its form with what is already in them. */
export async function fetchForm(url: string, selector: FormSelector = {}): Promise<FilledForm> {
  const page = await fetch(url, { headers: selector.cookie ? { cookie: selector.cookie } : {} })
  return parseForm(await page.text(), url, selector)
}

/** The same for a page that has come in already, as the answer to another form. Boxes and buttons are not in it. */
export function parseForm(html: string, url: string, { cookie, field }: FormSelector = {}): FilledForm {
  const forms = parseForms(html)
  const form = forms.find(({ controls }) => !field || controls.some(({ name }) => name === field))
  const fields = new FormData()
  for (const { name, value, kind } of form?.controls ?? []) if (!omittedKinds.includes(kind)) fields.set(name, value)
  const headers = { origin: new URL(url).origin, accept: 'text/html', ...(cookie && { cookie }) }
  return { action: url, fields, headers }
}

/** A sign-up form, filled in well for this address and held open as long as a person would. */
export async function fetchFilledRegistrationForm(url: string, email: string): Promise<FilledForm> {
  const form = await fetchForm(url)
  await wait(1_100)
  const values = { name: 'Voorbeeld', email, municipality: 'GM0344', role: 'adviseur', contactWish: 'none' }
  for (const [name, value] of Object.entries(values)) form.fields.set(name, value)
  for (const name of form.fields.keys()) if (name.startsWith('answers.')) form.fields.set(name, 'Antwoord')
  return form
}

/** Sends it as a browser without scripts does, and does not follow a redirect. */
export function submitForm({ action, fields, headers }: FilledForm): Promise<Response> {
  return fetch(action, { method: 'POST', body: fields, headers, redirect: 'manual' })
}
