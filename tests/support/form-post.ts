import { setTimeout as wait } from 'node:timers/promises'

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
  const forms = [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].map(([form]) => form)
  const form = forms.find((each) => !field || each.includes(`name="${field}"`)) ?? ''
  const fields = new FormData()
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, 'name')
    const checkable = /type="(radio|checkbox)"/.test(input)
    if (name && !checkable) fields.set(name, attribute(input, 'value') ?? '')
  }
  for (const [textarea, content = ''] of form.matchAll(/<textarea\b[^>]*>([\s\S]*?)<\/textarea>/g)) {
    const name = attribute(textarea, 'name')
    // A first line end is not part of it (HTML, 13.1.2.5).
    if (name) fields.set(name, decoded(content.replace(/^\r?\n/, '')))
  }
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

function attribute(tag: string, name: string): string | undefined {
  const value = tag.match(new RegExp(`\\b${name}="([^"]*)"`))?.[1]
  return value === undefined ? undefined : decoded(value)
}

const decoded = (text: string) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
