import { contactWishLabels } from '@/components/registration-form/registration-copy'
import type { ActorType, AuditAction } from '@/lib/audit/schema'
import { type ChangedField, editableFields } from '@/lib/registrations/schema'
import { describeAction } from './audit-log-copy'

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

/** "Sam Voorbeeld veranderde de naam en de functie". */
export function describeHistoryEntry({ action, fields, actorType, organiserName }: Entry): string {
  const changedFields = editableFields.filter((field) => fields.includes(field)).map((field) => fieldPhrases[field])
  return (
    actionTexts[action]?.(actorText(actorType, organiserName), listFormat.format(changedFields)) ??
    describeAction(action)
  )
}

function actorText(actorType: ActorType, organiserName: string | null): string {
  if (actorType === 'organiser') return organiserName ?? 'een organisator van vroeger'
  return actorType === 'participant' ? 'deze persoon zelf' : 'de site'
}

/** One changed field of a registration. `question` is the label of a changed answer. */
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
