import { setTimeout as wait } from 'node:timers/promises'
import { formsIn } from './forms'

/** What sends something only when somebody chooses it. */
const chosen = ['radio', 'checkbox', 'button', 'select']

type Form = { action: string; fields: FormData; headers: Record<string, string> }

type Which = {
  /** Of somebody who is logged in. */
  cookie?: string
  /** The name of a field of the form that is meant; the first form of the page when left out. */
  field?: string
}

/** Reads a page as a browser without scripts does: the fields of its form with what is already in them. */
export async function openForm(url: string, which: Which = {}): Promise<Form> {
  const page = await fetch(url, { headers: which.cookie ? { cookie: which.cookie } : {} })
  return formIn(await page.text(), url, which)
}

/** The same for a page that has come in already, as the answer to another form. Boxes and buttons are not in it. */
export function formIn(html: string, url: string, { cookie, field }: Which = {}): Form {
  const forms = formsIn(html)
  const form = forms.find(({ controls }) => !field || controls.some(({ name }) => name === field))
  const fields = new FormData()
  for (const { name, value, kind } of form?.controls ?? []) if (!chosen.includes(kind)) fields.set(name, value)
  const headers = { origin: new URL(url).origin, accept: 'text/html', ...(cookie && { cookie }) }
  return { action: url, fields, headers }
}

/** A sign-up form, filled in well for this address and held open as long as a person would. */
export async function openSignUp(url: string, email: string): Promise<Form> {
  const form = await openForm(url)
  await wait(1_100)
  const filledIn = { name: 'Voorbeeld', email, municipality: 'GM0344', role: 'adviseur', contactWish: 'none' }
  for (const [name, value] of Object.entries(filledIn)) form.fields.set(name, value)
  for (const name of form.fields.keys()) if (name.startsWith('answers.')) form.fields.set(name, 'Antwoord')
  return form
}

/** Sends it as a browser without scripts does, and does not follow a redirect. */
export function post({ action, fields, headers }: Form): Promise<Response> {
  return fetch(action, { method: 'POST', body: fields, headers, redirect: 'manual' })
}
