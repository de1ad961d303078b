import { placeholders, type WordsFieldReason, wordsLimits } from '@/lib/messages/schema'

const braced = placeholders.map((name) => `{${name}}`)
const inARow = `${braced.slice(0, -1).join(', ')} en ${braced.at(-1)}`

export const placeholderHint = `Je kunt ${inARow} gebruiken: die vullen we voor iedereen in.`
export const markdownHint =
  'Een lege regel begint een nieuwe alinea. Een streepje vooraan maakt een lijst, **zo** wordt iets vet, en een link schrijf je als [woorden](https://…).'

/** Of a placeholder where none is filled in. */
export const notFilledIn = 'Haal {naam} en dergelijke weg: dat wordt hier niet ingevuld'

/** That a test went to the organiser, and to nobody else. */
export const testSent = (email: string) => ({
  lead: 'De testmail is onderweg.',
  text: `Kijk in de mail van ${email}. Verder heeft niemand iets gekregen.`,
})

const missing: Record<string, string> = {
  subject: 'Schrijf in een paar woorden waar de mail over gaat',
  text: 'Schrijf je bericht',
}

/** How to mend each field that was refused, in the order of the form. */
export function wordsErrors(reasons: Record<string, WordsFieldReason>): Record<string, string> {
  const order = ['subject', 'text', ...Object.keys(reasons)].filter((field) => field in reasons)
  const found = order.map((field) => [field, sentence(field, reasons[field] ?? 'missing')] as const)
  return Object.fromEntries(found)
}

function sentence(field: string, reason: WordsFieldReason): string {
  if (field !== 'subject' && field !== 'text') return 'Kies opnieuw wie de mail krijgt'
  if (reason === 'missing') return missing[field] ?? ''
  if (reason === 'too-long') return `Maak dit korter, tot ${wordsLimits[field].toLocaleString('nl-NL')} tekens`
  if (reason === 'placeholder-in-link') return 'Haal de accolades uit de link: in een link vullen we niets in'
  const unknown = reason.slice(reason.indexOf(':') + 1)
  return `We weten niet wat we invullen voor ${unknown}. Gebruik ${inARow}, of haal de accolades weg`
}
