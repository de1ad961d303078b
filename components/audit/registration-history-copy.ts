import { contactWishLabels } from '@/components/registration-form/registration-copy'
import type { ActorType, AuditAction } from '@/lib/audit/schema'
import { type ChangedField, editableFields } from '@/lib/registrations/schema'
import { describeAction } from './audit-log-copy'

const fieldTexts: Record<ChangedField, { label: string; phrase: string }> = {
  name: { label: 'Naam', phrase: 'de naam' },
  email: { label: 'E-mailadres', phrase: 'het e-mailadres' },
  place: { label: 'Gemeente of organisatie', phrase: 'de gemeente of organisatie' },
  role: { label: 'Functie', phrase: 'de functie' },
  contactWish: { label: 'Contact over de vraag', phrase: 'het contact over de vraag' },
  phone: { label: 'Telefoonnummer', phrase: 'het telefoonnummer' },
  needs: { label: 'Wat nodig is', phrase: 'wat nodig is' },
  // A change of an answer has the label of its question, as long as the question exists.
  answers: { label: 'Een vraag die er niet meer is', phrase: 'de antwoorden' },
}

const listFormat = new Intl.ListFormat('nl')

const actionTexts: Partial<Record<AuditAction, (who: string, fields: string) => string>> = {
  registrationCreated: (who) => `aangemeld door ${who}`,
  registrationWaitlisted: (who) => `op de wachtlijst gezet door ${who}`,
  registrationReactivated: (who) => `opnieuw aangemeld door ${who}`,
  registrationReactivatedOnWaitlist: (who) => `opnieuw aangemeld door ${who}, op de wachtlijst`,
  seatOffered: () => 'kreeg een plek aangeboden',
  seatOfferAccepted: () => 'nam de plek',
  seatOfferDeclined: () => 'nam de plek niet',
  seatOfferExpired: () => 'nam de aangeboden plek niet op tijd, en staat niet meer op de wachtlijst',
  meetingJoined: () => 'heeft meegedaan',
  registrationChanged: (who, fields) => `${who} veranderde ${fields}`,
  emailChangeRequested: (who) => `${who} vroeg om een ander e-mailadres`,
  emailChangeWithdrawn: (who) => `${who} hield toch het oude e-mailadres`,
  registrationTransferred: (who) => `doorgegeven aan een collega, door ${who}. Vraag en antwoorden gingen mee`,
  registrationTransferredToRegistrant: (who) =>
    `doorgegeven aan een collega, door ${who}. Die stond al op de lijst: de vraag hier doet niet meer mee`,
  registrationReceived: () => 'kreeg de aanmelding van een collega, met vraag en antwoorden',
  seatReceived: () => 'stond op de wachtlijst, en kreeg de plek van een collega',
  registrationCancelled: (who) => `afgemeld door ${who}`,
  registrationRestored: (who) => `weer aangemeld door ${who}`,
  registrationRestoredToWaitlist: (who) => `weer aangemeld door ${who}, op de wachtlijst`,
  confirmationResent: (who) => `${who} stuurde de bevestiging opnieuw`,
  noteAdded: (who) => `${who} schreef een notitie`,
  noteChanged: (who) => `${who} veranderde een notitie`,
  noteDeleted: (who) => `${who} haalde een notitie weg`,
}

type Entry = { action: AuditAction; fields: string[]; actorType: ActorType; organiserName: string | null }

/** Returns what an actor did to a registration, such as "Sam Voorbeeld veranderde de naam en de functie". */
export function describeHistoryEntry({ action, fields, actorType, organiserName }: Entry): string {
  const actors = {
    organiser: organiserName ?? 'een organisator van vroeger',
    participant: 'deze persoon zelf',
    system: 'de site',
  }
  const changedFields = editableFields
    .filter((field) => fields.includes(field))
    .map((field) => fieldTexts[field].phrase)
  return actionTexts[action]?.(actors[actorType], listFormat.format(changedFields)) ?? describeAction(action)
}

/** A changed field of a registration. `question` is the label of a changed answer; `null` if its question is gone. */
export type FieldChange = { id: string; field: string; question: string | null; before: string; after: string }

/** Returns a changed field as a text, such as "Functie: was “adviseur”, werd “beleidsadviseur”". */
export function describeFieldChange({ field, question, before, after }: FieldChange): string {
  const changed = editableFields.find((each) => each === (field === 'workplace' ? 'place' : field)) ?? 'answers'
  const label = question ? `“${question}”` : fieldTexts[changed].label
  const valueLabels: Record<string, string> | null = field === 'contactWish' ? contactWishLabels : null
  const quoted = (value: string) => (value ? `“${valueLabels?.[value] ?? value}”` : 'leeg')
  return `${label}: was ${quoted(before)}, werd ${quoted(after)}`
}
