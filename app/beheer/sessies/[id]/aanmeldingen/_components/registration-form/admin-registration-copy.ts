import { fieldErrors } from '@/components/form/field-errors'
import { fieldMessages } from '@/components/registration-form/field-messages'
import { type AdminRegistrationRefusal, type FieldReason, type FormQuestion, limits } from '@/lib/registrations/schema'

const { name, email, organisation, role, phone, needs } = fieldMessages('de', 'het')
const municipality = { missing: 'Kies een gemeente of Andere organisatie', invalid: 'Kies een gemeente uit de lijst' }
const maxAnswer = limits.answer.toLocaleString('nl-NL')

export const emailTakenMessage = 'Met dit e-mailadres is al iemand aangemeld. Kijk het na, of open die aanmelding'

/** Returns the message for each refused field, in the order of the form. */
export function adminRegistrationErrors(reasons: Record<string, FieldReason>, questions: FormQuestion[]) {
  const answerMessages = questions.map(({ id, label }) => [
    `answers.${id}`,
    {
      missing: `Vul het antwoord op “${label}” in`,
      'too-long': `Maak het antwoord op “${label}” korter, tot ${maxAnswer} tekens`,
      invalid: `Kies bij “${label}” uit wat er staat`,
    },
  ])
  const messages = {
    ...{ name, email, municipality, organisation, role },
    answers: { 'unknown-question': 'Kijk de vragen na: ze zijn intussen veranderd' },
    ...Object.fromEntries(answerMessages),
    contactWish: { missing: 'Kies of jullie contact mogen opnemen' },
    phone: { ...phone, missing: 'Vul het telefoonnummer in' },
    needs,
  }
  return fieldErrors<FieldReason>(messages, reasons, 'Kijk na wat hier staat')
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
