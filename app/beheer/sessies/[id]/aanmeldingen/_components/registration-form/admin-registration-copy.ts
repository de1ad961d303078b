import { tooLongMessage } from '@/components/form/field-errors'
import { type AdminRegistrationRefusal, type FieldReason, type FormQuestion, limits } from '@/lib/registrations/schema'

const messages: Record<string, Partial<Record<FieldReason, string>>> = {
  name: { missing: 'Vul de naam in', 'too-long': tooLongMessage(limits.name) },
  email: {
    missing: 'Vul het e-mailadres in, bijvoorbeeld naam@gemeente.nl',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@gemeente.nl',
    'too-long': tooLongMessage(limits.email),
  },
  municipality: { missing: 'Kies een gemeente of Andere organisatie', invalid: 'Kies een gemeente uit de lijst' },
  organisation: { missing: 'Vul de naam van de organisatie in', 'too-long': tooLongMessage(limits.organisation) },
  role: { missing: 'Vul de functie in, bijvoorbeeld beleidsadviseur', 'too-long': tooLongMessage(limits.role) },
  answers: { 'unknown-question': 'Kijk de vragen na: ze zijn intussen veranderd' },
  contactWish: { missing: 'Kies of jullie contact mogen opnemen' },
  phone: {
    missing: 'Vul het telefoonnummer in',
    invalid: 'Kijk het telefoonnummer na, bijvoorbeeld 06 12345678',
    'too-long': tooLongMessage(limits.phone),
  },
  needs: { 'too-long': tooLongMessage(limits.needs) },
}

export const emailTakenMessage = 'Met dit e-mailadres is al iemand aangemeld. Kijk het na, of open die aanmelding'

/** The message for each refused field, in the order of the form. */
export function adminRegistrationErrors(
  reasons: Record<string, FieldReason>,
  questions: FormQuestion[],
): Record<string, string> {
  const answers = questions.map(({ id, label }) => [`answers.${id}`, label] as const)
  const labels = new Map<string, string>(answers)
  const fields = ['name', 'email', 'municipality', 'organisation', 'role', 'answers', ...labels.keys()]
  const order = [...fields, 'contactWish', 'phone', 'needs'].filter((field) => reasons[field])
  return Object.fromEntries(order.map((field) => [field, errorMessage(field, reasons[field], labels.get(field))]))
}

function errorMessage(field: string, reason: FieldReason = 'missing', question?: string): string {
  if (question === undefined) return messages[field]?.[reason] ?? 'Kijk na wat hier staat'
  if (reason === 'invalid') return `Kies bij “${question}” uit wat er staat`
  return reason === 'too-long'
    ? `Maak het antwoord op “${question}” korter, tot ${limits.answer.toLocaleString('nl-NL')} tekens`
    : `Vul het antwoord op “${question}” in`
}

type ShownRefusal = Exclude<AdminRegistrationRefusal, 'address-taken'>

export const adminRegistrationRefusals: Record<ShownRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'unknown-registration': { title: 'Deze aanmelding is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Er is niemand aangemeld.' },
  'not-published': {
    title: 'Deze kennissessie staat nog niet op de site.',
    text: 'Publiceer hem eerst bij Bewerken. Dan kun je mensen aanmelden.',
  },
  'mail-not-relevant': {
    title: 'Deze kennissessie is intussen geweest.',
    text: 'Een bevestiging sturen kan niet meer. Er is nog niemand aangemeld. Druk nog een keer om deze persoon zonder mail aan te melden.',
  },
  'full-and-closed': {
    title: 'Alle plaatsen zijn bezet, en het aanmelden is gesloten.',
    text: 'Maak eerst het aantal plaatsen groter, bij Bewerken. Dan kun je iemand aanmelden.',
  },
  'has-decision': {
    title: 'Over dit antwoord is in de vragenronde al iets besloten.',
    text: 'Leegmaken kan daarom niet. Veranderen wel.',
  },
  'unknown-municipality': { title: 'We kennen deze gemeente niet.', text: 'Kies de gemeente opnieuw uit de lijst.' },
  'unknown-question': {
    title: 'De vragen zijn intussen veranderd.',
    text: 'Er is niets bewaard. Kopieer wat je typte en open deze pagina opnieuw.',
  },
  'changed-meanwhile': {
    title: 'Een collega heeft deze aanmelding net veranderd.',
    text: 'Er is nog niets bewaard van wat jij typte. Bewaar je nog een keer, dan geldt alles zoals het hieronder staat.',
  },
}
