import type { MoveFieldReason } from '@/lib/sessions/schema'
import {
  type ContentField,
  type ContentFieldReason,
  contentLimits,
  type SaveRefusal,
} from '@/lib/sessions/schema-content'
import { moveErrors } from './move-words'

export const contentLabels: Record<ContentField, string> = {
  title: 'Titel',
  slug: 'Adres van de pagina',
  summary: 'Samenvatting',
  body: 'Tekst',
  audience: 'Voor wie?',
  organisedBy: 'Georganiseerd door',
  contactName: 'Naam van het contact',
  contactEmail: 'E-mailadres van het contact',
}

const missing: Record<ContentField, string> = {
  title: 'Geef de kennissessie een titel',
  slug: '',
  summary: 'Vat in een of twee zinnen samen waar het over gaat',
  body: 'Schrijf waar de kennissessie over gaat',
  audience: 'Schrijf voor wie de kennissessie is',
  organisedBy: 'Vul in welke organisatie de kennissessie geeft',
  contactName: 'Vul de naam in van wie mensen kunnen mailen',
  contactEmail: 'Vul het e-mailadres in van wie mensen kunnen mailen',
}

const rest: Record<Exclude<ContentFieldReason, 'missing' | 'too-long' | 'invalid'>, string> = {
  'slug-taken':
    'Het adres dat je koos, is van een andere kennissessie of was dat eerder. In het veld staat nu een adres dat vrij is',
  'picture-without-words': 'Schrijf tussen de haken wat er op de afbeelding te zien is: ![Wat je ziet](/beelden/…)',
  'picture-from-elsewhere': 'Gebruik een afbeelding van deze site. Het adres begint met een schuine streep: /beelden/…',
}

const invalid: Partial<Record<ContentField, string>> = {
  slug: 'Gebruik in het adres alleen kleine letters, cijfers en streepjes, bijvoorbeeld inclusief-beleid',
  contactEmail: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
}

function sentence(field: ContentField, reason: ContentFieldReason): string {
  if (reason === 'missing') return missing[field]
  if (reason === 'too-long') {
    return `Maak “${contentLabels[field]}” korter, tot ${contentLimits[field].toLocaleString('nl-NL')} tekens`
  }
  return reason === 'invalid' ? (invalid[field] ?? '') : rest[reason]
}

type Reasons = Partial<Record<string, ContentFieldReason | MoveFieldReason>>

/** How to mend each field that was refused, in the order of the form: the texts, then the moments. */
export function sessionErrors(reasons: Reasons): Record<string, string> {
  const fields = (Object.keys(contentLabels) as ContentField[]).filter((field) => reasons[field])
  const texts = fields.map((field) => [field, sentence(field, reasons[field] as ContentFieldReason)])
  return { ...Object.fromEntries(texts), ...moveErrors(reasons as Partial<Record<string, MoveFieldReason>>) }
}

export const saveRefusals: Record<Exclude<SaveRefusal, 'slug-taken'>, { lead: string; text: string }> = {
  'unknown-session': {
    lead: 'Deze kennissessie is er niet meer.',
    text: 'Er is niets bewaard. Wat je schreef, staat hieronder nog.',
  },
  'changed-meanwhile': {
    lead: 'Een collega heeft deze teksten net veranderd.',
    text: 'Wat jij schreef, is niet bewaard en staat nog in de velden. Hieronder lees je wat er nu staat. Neem daarvan over wat moet blijven. Bewaar je daarna, dan gelden jouw teksten.',
  },
}
