import { placeholders, type TemplateFieldReason, templateLimits } from '@/lib/notifications/schema'

const placeholderTokens = placeholders.map((name) => `{${name}}`)
const placeholderList = `${placeholderTokens.slice(0, -1).join(', ')} en ${placeholderTokens.at(-1)}`

export const placeholderHint = `Je kunt ${placeholderList} gebruiken: die vullen we voor iedereen in.`
export const markdownHint =
  'Een lege regel begint een nieuwe alinea. Een streepje vooraan maakt een lijst, ## een kop, **zo** wordt iets vet, *zo* cursief, en een link schrijf je als [woorden](https://…). De rest blijft staan zoals je het typt.'

/** Error message for a placeholder such as {naam} in a field that does not support placeholders. */
export const placeholderNotAllowed = 'Haal {naam} en dergelijke weg: dat wordt hier niet ingevuld'

/** Returns the confirmation that a test mail was sent to the organiser at this address, and to nobody else. */
export const testMailFlash = (email: string) => ({
  title: 'De testmail is onderweg.',
  text: `Kijk in de mail van ${email}. Verder heeft niemand iets gekregen.`,
})

/** Returns the error message of each field in `reasons`. Subject and text come first, as in the form. */
export function mailContentErrors(reasons: Record<string, TemplateFieldReason>): Record<string, string> {
  const order = ['subject', 'text', ...Object.keys(reasons)].filter((field) => field in reasons)
  const found = order.map((field) => [field, errorMessage(field, reasons[field] ?? 'missing')] as const)
  return Object.fromEntries(found)
}

function errorMessage(field: string, reason: TemplateFieldReason): string {
  if (field !== 'subject' && field !== 'text') return 'Kies wie de mail krijgt'
  if (reason === 'missing')
    return field === 'subject' ? 'Schrijf in een paar woorden waar de mail over gaat' : 'Schrijf je bericht'
  if (reason === 'too-long') return `Maak dit korter, tot ${templateLimits[field].toLocaleString('nl-NL')} tekens`
  if (reason === 'placeholder-in-link') return 'Haal de accolades uit de link: in een link vullen we niets in'
  const unknown = reason.slice(reason.indexOf(':') + 1)
  return `We weten niet wat we invullen voor ${unknown}. Gebruik ${placeholderList}, of haal de accolades weg`
}
