import { type ErrorMessages, fieldErrors } from '@/components/form/field-errors'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import { suggestEmail } from '@/lib/registrations/rules'
import {
  contactWishes,
  type FieldReason,
  type FormQuestion,
  limits,
  type RegistrationFormRefusal,
  type RegistrationValues,
} from '@/lib/registrations/schema'
import { fieldMessages } from './field-messages'

const { name, email, organisation, role, phone, needs } = fieldMessages('je', 'je')

/** Maps the fields about a person, in page order, to their error messages. */
export const personMessages = {
  name,
  email,
  municipality: { missing: 'Kies je gemeente uit de lijst', invalid: 'Kies je gemeente uit de lijst' },
  organisation,
  role,
} satisfies ErrorMessages<FieldReason>

/** Returns the error messages of the registration form, in page order. Messages about an answer quote its question. */
export const messagesInPageOrder = (questions: FormQuestion[]): ErrorMessages<FieldReason> => ({
  ...personMessages,
  answers: { 'unknown-question': 'Kijk de vragen na: ze zijn veranderd terwijl je het formulier invulde' },
  ...Object.fromEntries(questions.map((question) => [`answers.${question.id}`, answerMessages(question)])),
  contactWish: { missing: 'Kies of wij contact met je mogen opnemen' },
  phone: { ...phone, missing: 'Vul het telefoonnummer in waarop we je kunnen bellen' },
  needs,
})

function answerMessages({ label, kind }: FormQuestion) {
  if (kind === 'text') {
    const max = limits.answer.toLocaleString('nl-NL')
    return {
      missing: `Geef antwoord op “${label}”. Eén zin is genoeg`,
      'too-long': `Maak je antwoord op “${label}” korter, tot ${max} tekens`,
    }
  }
  const message = `Kies ${kind === 'one' ? 'één antwoord' : 'een of meer antwoorden'} op “${label}”`
  return { missing: message, invalid: message }
}

/** Returns the error messages by field name, in page order. A reason in an unknown field gets a general message. */
export function registrationErrors(reasons: Record<string, FieldReason>, questions: FormQuestion[]) {
  const messages = messagesInPageOrder(questions)
  const unknownFields = Object.keys(reasons).filter((field) => !(field in messages))
  const all = { ...messages, ...Object.fromEntries(unknownFields.map((field) => [field, {}])) }
  return fieldErrors(all, reasons, 'Dit formulier past niet bij deze kennissessie. Open de pagina opnieuw.')
}

/** Asks about a likely typing error in an e-mail address. The visitor may keep the address by submitting it again. */
export function askAboutEmail(email: string, municipalities: MunicipalityOption[]): string {
  const suggestion = suggestEmail(
    email,
    municipalities.flatMap(({ domains }) => domains),
  )
  return `Bedoel je ${suggestion}? Verbeter dan je e-mailadres. Klopt ${email} wel? Druk dan nog een keer op de knop onderaan`
}

/** Maps each reason why the server refuses a form with valid fields to its message. */
export const refusalMessages: Record<RegistrationFormRefusal, { title: string; text: string }> = {
  'registration-not-open-yet': {
    title: 'Je kunt je nog niet aanmelden',
    text: 'Het aanmelden is verschoven terwijl je het formulier invulde. Je bent niet aangemeld. Op de pagina van de kennissessie staat vanaf wanneer het kan. Wat je schreef, staat hieronder, zodat je het kunt bewaren.',
  },
  'registration-closed': {
    title: 'Je kunt je niet meer aanmelden',
    text: 'Het aanmelden is gesloten terwijl je het formulier invulde. Je bent niet aangemeld. Wat je schreef, staat hieronder, zodat je het kunt bewaren.',
  },
  'session-cancelled': {
    title: 'Deze kennissessie gaat niet door',
    text: 'Dat is besloten terwijl je het formulier invulde. Je bent niet aangemeld. Wat je schreef, staat hieronder, zodat je het kunt bewaren.',
  },
  'registration-cancelled': {
    title: 'Je staat niet meer op de lijst',
    text: 'Met dit formulier had je je al aangemeld. Daarna ben je van de lijst gehaald. Je bent nu dus niet aangemeld. Wil je toch meedoen? Wat je invulde, staat er nog. Druk dan nog een keer op “Meld je aan”.',
  },
  'change-not-saved': {
    title: 'Je aanmelding kwam al eerder binnen',
    text: 'Wat je toen invulde, hebben we bewaard. Wat je daarna veranderde, is niet opgeslagen. Wijzigen kan met de link in de mail die je van ons krijgt. Wat je schreef, staat hieronder, zodat je het kunt bewaren.',
  },
  'unknown-municipality': { title: 'We kennen deze gemeente niet', text: 'Kies je gemeente opnieuw uit de lijst.' },
  'unknown-session': {
    title: 'Deze kennissessie is er niet meer',
    text: 'De pagina is weggehaald terwijl je het formulier invulde. Je bent niet aangemeld. Wat je schreef, staat hieronder, zodat je het kunt bewaren.',
  },
  'unknown-question': {
    title: 'Het formulier is intussen veranderd',
    text: 'Wat je invulde, staat er nog. Kijk de vragen na en druk nog een keer op “Meld je aan”.',
  },
  'form-expired': {
    title: 'Het formulier stond te lang open',
    text: 'Je bent nog niet aangemeld. Wat je invulde, staat er nog. Druk nog een keer op “Meld je aan”.',
  },
  'looks-automated': {
    title: 'We willen zeker weten dat je een mens bent',
    text: 'Je bent nog niet aangemeld. Wat je invulde, staat er nog. Druk nog een keer op “Meld je aan”.',
  },
  'too-quick': {
    title: 'Dat ging wel heel snel',
    text: 'Je bent nog niet aangemeld. Wat je invulde, staat er nog. Kijk het rustig na en druk nog een keer op “Meld je aan”.',
  },
  'too-many-for-address': {
    title: 'Dit e-mailadres is nu heel vaak ingestuurd',
    text: 'Wat je invulde, staat er nog. Heb je al een bevestiging in je mail? Dan is je aanmelding binnen. Wacht anders een uur en druk nog een keer op “Meld je aan”.',
  },
  'too-many-from-ip': {
    title: 'Er komen nu heel veel aanmeldingen binnen vanaf jouw plek',
    text: 'Je bent nog niet aangemeld. Wat je invulde, staat er nog. Wacht tien minuten en druk nog een keer op “Meld je aan”.',
  },
  unavailable: {
    title: 'Er ging iets mis',
    text: 'We weten niet zeker of je aanmelding is binnengekomen. Wat je invulde, staat er nog. Wacht een paar minuten en druk nog een keer op “Meld je aan”. Ook als hij al binnen is, sta je maar één keer op de lijst, met wat je het laatst invulde.',
  },
}

export const contactWishLabel = 'Mogen wij contact met je opnemen over je vraag?'
export const needsLabel = 'Wat heb je nodig om goed mee te doen?'

export const contactWishLabels = { email: 'Ja, per mail', phone: 'Ja, per telefoon', none: 'Nee' } as const

/** Returns a text such as "Ja, per telefoon, 06 12345678". Returns an empty text while nothing is chosen. */
export function contactWishText({ contactWish, phone }: { contactWish: string; phone: string | null }): string {
  const wish = contactWishes.find((option) => option === contactWish)
  return [wish && contactWishLabels[wish], phone].filter(Boolean).join(', ')
}

/** The questions and municipalities of a form, with the labels to show for its values. */
export type FormLabels = { questions: FormQuestion[]; municipalities: MunicipalityOption[] }

/** Returns the values of a registration form with their Dutch labels (`term`), in page order. */
export const labelledValues = (
  values: RegistrationValues,
  { questions, municipalities }: FormLabels,
  terms = { contactWish: contactWishLabel, needs: needsLabel },
) => [
  { term: 'Naam', detail: values.name },
  { term: 'E-mailadres', detail: values.email },
  {
    term: 'Gemeente of organisatie',
    detail: municipalities.find(({ value }) => value === values.municipality)?.label ?? values.organisation,
  },
  { term: 'Functie', detail: values.role },
  ...questions.map(({ id, label }) => ({ term: label, detail: values.answers[id] ?? '' })),
  { term: terms.contactWish, detail: contactWishText(values) },
  { term: terms.needs, detail: values.needs },
]
