import { setTimeout as wait } from 'node:timers/promises'

type Form = { action: string; fields: FormData; headers: Record<string, string> }

/** Reads a page as a browser without scripts does: the fields of its form with what is already in them. */
export async function openForm(url: string): Promise<Form> {
  const html = await (await fetch(url)).text()
  const [form = ''] = html.match(/<form\b[\s\S]*?<\/form>/) ?? []
  const fields = new FormData()
  for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
    const name = attribute(input, 'name')
    const checkable = /type="(radio|checkbox)"/.test(input)
    if (name && !checkable) fields.set(name, attribute(input, 'value') ?? '')
  }
  for (const [textarea] of form.matchAll(/<textarea\b[^>]*>/g)) {
    const name = attribute(textarea, 'name')
    if (name) fields.set(name, '')
  }
  return { action: url, fields, headers: { origin: new URL(url).origin, accept: 'text/html' } }
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
  return value
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
