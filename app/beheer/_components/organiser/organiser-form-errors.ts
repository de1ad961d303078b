import { type ErrorMessages, fieldErrors } from '@/components/form/field-errors'
import { type FieldReason, passwordLength } from '@/lib/organisers/schema'

/** One message for an unknown address and a wrong password, so that it does not reveal which addresses have an account. */
export const wrongLoginMessage = 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na'

export const wrongCodeMessage =
  'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in je app, of kies een andere herstelcode'

/** Message for a wrong first code of a new app, before recovery codes exist. */
export const wrongSetupCodeMessage =
  'Deze code klopt niet. Vul de zes cijfers in die je app nu laat zien. Klopt het weer niet? Kijk of de klok van je telefoon goed staat'

const messages: ErrorMessages<FieldReason> = {
  name: { missing: 'Vul je naam in', 'too-long': 'Maak je naam korter. Er is plaats voor 120 tekens' },
  email: {
    missing: 'Vul je e-mailadres in, bijvoorbeeld naam@example.nl',
    invalid: 'Kijk je e-mailadres na. Het ziet eruit als naam@example.nl',
    'too-long': 'Kijk je e-mailadres na. Er is plaats voor 254 tekens',
  },
  role: { missing: 'Kies wat je collega mag' },
  current: { missing: 'Vul je wachtwoord van nu in' },
  code: {
    missing: 'Vul de code in die je app nu laat zien',
    invalid: 'Kijk de code na. Die uit je app heeft zes cijfers',
  },
  choice: { missing: 'Kies wat je wilt doen' },
  password: {
    missing: 'Vul je wachtwoord in',
    'too-short': `Maak je wachtwoord langer: minstens ${passwordLength.min} tekens`,
    'too-long': `Maak je wachtwoord korter: hoogstens ${passwordLength.max} tekens`,
    invalid: 'Kies een wachtwoord dat je kunt typen',
  },
}

const colleagueMessages: ErrorMessages<FieldReason> = {
  name: { missing: 'Vul de naam van je collega in', 'too-long': 'Maak de naam korter. Er is plaats voor 120 tekens' },
  email: {
    missing: 'Vul het e-mailadres van je collega in, bijvoorbeeld naam@example.nl',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
    'too-long': 'Kijk het e-mailadres na. Er is plaats voor 254 tekens',
  },
}

const fallback = 'Kijk na wat je hier hebt ingevuld'

/** Returns a message for each refused field, in the order of the form. */
export const organiserFieldErrors = (reasons: Record<string, FieldReason>) => fieldErrors(messages, reasons, fallback)

/** Returns a message for each refused field of a form about a colleague. */
export const colleagueFieldErrors = (reasons: Record<string, FieldReason>) =>
  fieldErrors({ ...messages, ...colleagueMessages }, reasons, fallback)
