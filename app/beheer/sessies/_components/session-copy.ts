import type { ErrorMessages } from '@/components/form/field-errors'
import {
  type DetailsField,
  type DetailsFieldReason,
  detailsFields,
  detailsLimits,
  type SaveSessionRefusal,
} from '@/lib/sessions/details-schema'
import type { ScheduleFieldReason } from '@/lib/sessions/schema'
import { scheduleMessages } from './schedule-copy'

export const contentLabels: Record<DetailsField, string> = {
  title: 'Titel',
  slug: 'Adres van de pagina',
  summary: 'Samenvatting',
  body: 'Tekst',
  audience: 'Voor wie?',
  organisedBy: 'Georganiseerd door',
  contactName: 'Naam van het contact',
  contactEmail: 'E-mailadres van het contact',
}

const missing: Record<DetailsField, string> = {
  title: 'Geef de kennissessie een titel',
  slug: '',
  summary: 'Vat in een of twee zinnen samen waar het over gaat',
  body: 'Schrijf waar de kennissessie over gaat',
  audience: 'Schrijf voor wie de kennissessie is',
  organisedBy: 'Vul in welke organisatie de kennissessie geeft',
  contactName: 'Vul de naam in van wie mensen kunnen mailen',
  contactEmail: 'Vul het e-mailadres in van wie mensen kunnen mailen',
}

const invalid: Partial<Record<DetailsField, string>> = {
  slug: 'Gebruik in het adres alleen kleine letters, cijfers en streepjes, bijvoorbeeld inclusief-beleid',
  contactEmail: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
}

const textMessages = detailsFields.map((field): [DetailsField, Partial<Record<DetailsFieldReason, string>>] => [
  field,
  {
    missing: missing[field],
    'too-long': `Maak “${contentLabels[field]}” korter, tot ${detailsLimits[field].toLocaleString('nl-NL')} tekens`,
    invalid: invalid[field],
    'slug-taken':
      'Het adres dat je koos, is van een andere kennissessie of was dat eerder. In het veld staat nu een adres dat vrij is',
    'image-without-alt': 'Schrijf tussen de haken wat er op de afbeelding te zien is: ![Wat je ziet](/beelden/…)',
    'external-image': 'Gebruik een afbeelding van deze site. Het adres begint met een schuine streep: /beelden/…',
  },
])

/** Error messages in the order of the form: the texts, then the schedule. */
export const sessionFormMessages: ErrorMessages<DetailsFieldReason | ScheduleFieldReason> = {
  ...Object.fromEntries(textMessages),
  ...scheduleMessages,
}

export const saveRefusals: Record<Exclude<SaveSessionRefusal, 'slug-taken'>, { title: string; text: string }> = {
  'unknown-session': {
    title: 'Deze kennissessie is er niet meer.',
    text: 'Er is niets bewaard. Wat je schreef, staat hieronder nog.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft deze teksten net veranderd.',
    text: 'Wat jij schreef, is niet bewaard en staat nog in de velden. Hieronder lees je wat er nu staat. Neem daarvan over wat moet blijven. Bewaar je daarna, dan gelden jouw teksten.',
  },
}
