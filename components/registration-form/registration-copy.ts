import type { ErrorMessages } from '@/components/form/field-errors'
import type { MunicipalityOption } from '@/lib/municipalities/schema'
import {
  contactWishes,
  type FieldReason,
  type FormQuestion,
  limits,
  type RegistrationFormRefusal,
  type RegistrationValues,
} from '@/lib/registrations/schema'
import { fieldMessages } from './field-messages'

/** Returns a sentence that says how to correct the field with this name. */
export function fieldErrorMessage(field: string, reason: FieldReason, questions: FormQuestion[]): string {
  const question = questions.find(({ id }) => field === `answers.${id}`)
  if (question) return answerErrorMessage(question, reason)
  if (field === 'answers') return 'Kijk de vragen na: ze zijn veranderd terwijl je het formulier invulde'
  return ownMessages[field]?.[reason] ?? 'Dit formulier past niet bij deze kennissessie. Open de pagina opnieuw.'
}

const formatLimit = (max: number) => max.toLocaleString('nl-NL')

// Each message names its question, so that the error summary can be read by itself.
function answerErrorMessage({ label, kind }: FormQuestion, reason: FieldReason): string {
  if (kind === 'one') return `Kies één antwoord op “${label}”`
  if (kind === 'several') return `Kies een of meer antwoorden op “${label}”`
  if (reason === 'too-long') return `Maak je antwoord op “${label}” korter, tot ${formatLimit(limits.answer)} tekens`
  return `Geef antwoord op “${label}”. Eén zin is genoeg`
}

const sharedMessages = fieldMessages('je', 'je')

const ownMessages: ErrorMessages<FieldReason> = {
  ...sharedMessages,
  municipality: { missing: 'Kies je gemeente uit de lijst', invalid: 'Kies je gemeente uit de lijst' },
  contactWish: { missing: 'Kies of wij contact met je mogen opnemen' },
  phone: { ...sharedMessages.phone, missing: 'Vul het telefoonnummer in waarop we je kunnen bellen' },
}

/** Why the server refused a form with valid fields. */
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
    text: 'Wat je invulde, staat er nog. Heb je al een bevestiging in je mail? Dan ben je aangemeld. Wacht anders tien minuten en druk nog een keer op “Meld je aan”.',
  },
  'too-many-from-ip': {
    title: 'Er komen nu heel veel aanmeldingen binnen vanaf jouw plek',
    text: 'Je bent nog niet aangemeld. Wat je invulde, staat er nog. Wacht tien minuten en druk nog een keer op “Meld je aan”.',
  },
  unavailable: {
    title: 'Er ging iets mis bij ons',
    text: 'Je bent nog niet aangemeld. Wat je invulde, staat er nog. Wacht een paar minuten en druk nog een keer op “Meld je aan”.',
  },
}

export const contactWishLabels = { email: 'Ja, per mail', phone: 'Ja, per telefoon', none: 'Nee' } as const

/** "Ja, per telefoon, 06 12345678"; empty while nothing is chosen. */
export function contactWishText({ contactWish, phone }: { contactWish: string; phone: string | null }): string {
  const wish = contactWishes.find((option) => option === contactWish)
  return [wish && contactWishLabels[wish], phone].filter(Boolean).join(', ')
}

/** The name of the chosen municipality, or of the other organisation. */
export const workplaceText = (
  { municipality, organisation }: RegistrationValues,
  municipalities: MunicipalityOption[],
) => municipalities.find(({ value }) => value === municipality)?.label ?? organisation
