import { contactWishLabels } from '@/components/registration-form/registration-copy'
import type { ActorType } from '@/lib/audit/schema'
import { type ChangedField, editableFields } from '@/lib/registrations/schema'

const fieldPhrases: Record<ChangedField, string> = {
  name: 'de naam',
  email: 'het e-mailadres',
  place: 'de gemeente of organisatie',
  role: 'de functie',
  contactWish: 'het contact over de vraag',
  phone: 'het telefoonnummer',
  needs: 'wat nodig is',
  answers: 'de antwoorden',
}

const listFormat = new Intl.ListFormat('nl')

const actionTexts: Record<string, (who: string, fields: string) => string> = {
  'registration.created': (who) => `aangemeld door ${who}`,
  'registration.created-waiting': (who) => `op de wachtlijst gezet door ${who}`,
  'registration.back': (who) => `opnieuw aangemeld door ${who}`,
  'registration.back-waiting': (who) => `opnieuw aangemeld door ${who}, op de wachtlijst`,
  'registration.place-offered': () => 'kreeg een plek aangeboden',
  'registration.place-taken': () => 'nam de plek',
  'registration.offer-declined': () => 'nam de plek niet',
  'registration.offer-expired': () => 'nam de aangeboden plek niet op tijd, en staat niet meer op de wachtlijst',
  'registration.took-part': () => 'heeft meegedaan',
  'registration.changed': (who, fields) => `${who} veranderde ${fields}`,
  'registration.address-asked': (who) => `${who} vroeg om een ander e-mailadres`,
  'registration.address-kept': (who) => `${who} hield toch het oude e-mailadres`,
  'registration.handed-over': (who) => `doorgegeven aan een collega, door ${who}. Vraag en antwoorden gingen mee`,
  'registration.handed-over-known': (who) =>
    `doorgegeven aan een collega, door ${who}. Die stond al op de lijst: de vraag hier doet niet meer mee`,
  'registration.taken-over': () => 'kreeg de aanmelding van een collega, met vraag en antwoorden',
  'registration.place-received': () => 'stond op de wachtlijst, en kreeg de plek van een collega',
  'registration.cancelled': (who) => `afgemeld door ${who}`,
  'registration.restored': (who) => `weer aangemeld door ${who}`,
  'registration.restored-waiting': (who) => `weer aangemeld door ${who}, op de wachtlijst`,
  'registration.confirmation-resent': (who) => `${who} stuurde de bevestiging opnieuw`,
  'registration.note-added': (who) => `${who} schreef een notitie`,
  'registration.note-changed': (who) => `${who} veranderde een notitie`,
  'registration.note-deleted': (who) => `${who} haalde een notitie weg`,
}

type Entry = { action: string; fields: string[]; actorType: ActorType; organiserName: string | null }

/** "Sam Voorbeeld veranderde de naam en de functie". */
export function describeHistoryEntry({ action, fields, actorType, organiserName }: Entry): string {
  const changedFields = editableFields.filter((field) => fields.includes(field)).map((field) => fieldPhrases[field])
  return actionTexts[action]?.(actorText(actorType, organiserName), listFormat.format(changedFields)) ?? action
}

function actorText(actorType: ActorType, organiserName: string | null): string {
  if (actorType === 'organiser') return organiserName ?? 'een organisator van vroeger'
  return actorType === 'participant' ? 'deze persoon zelf' : 'de site'
}

/** A part of a sign-up that was changed; `question` is the label when it is an answer. */
export type FieldChange = { id: string; field: string; question: string | null; before: string; after: string }

const fieldLabels: Record<string, string> = {
  name: 'Naam',
  email: 'E-mailadres',
  workplace: 'Gemeente of organisatie',
  role: 'Functie',
  contactWish: 'Contact over de vraag',
  phone: 'Telefoonnummer',
  needs: 'Wat nodig is',
}

/** "Functie: was “adviseur”, werd “beleidsadviseur”". */
export function describeFieldChange({ field, question, before, after }: FieldChange): string {
  const label = question ? `“${question}”` : (fieldLabels[field] ?? 'Een vraag die er niet meer is')
  const quoted = (text: string) => {
    const displayValue =
      field === 'contactWish' ? (contactWishLabels[text as keyof typeof contactWishLabels] ?? text) : text
    return displayValue ? `“${displayValue}”` : 'leeg'
  }
  return `${label}: was ${quoted(before)}, werd ${quoted(after)}`
}
