import { type FieldReason, passwordLength } from '@/lib/organisers/schema'

/** Says as little about an address that nobody has as about a wrong password. */
export const wrongLoginMessage = 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na'

/** The same for a code of the app as for a recovery code. */
export const wrongCodeMessage =
  'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in je app, of kies een andere herstelcode'

/** Of the app that is being set up: there is no recovery code yet. */
export const wrongSetupCodeMessage =
  'Deze code klopt niet. Vul de zes cijfers in die je app nu laat zien. Klopt het weer niet? Kijk of de klok van je telefoon goed staat'

const messages: Record<string, Partial<Record<FieldReason, string>>> = {
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

// The same fields about a colleague.
const colleagueMessages: typeof messages = {
  name: { missing: 'Vul de naam van je collega in', 'too-long': 'Maak de naam korter. Er is plaats voor 120 tekens' },
  email: {
    missing: 'Vul het e-mailadres van je collega in, bijvoorbeeld naam@example.nl',
    invalid: 'Kijk het e-mailadres na. Het ziet eruit als naam@example.nl',
    'too-long': 'Kijk het e-mailadres na. Er is plaats voor 254 tekens',
  },
}

/** How to mend each field that was refused, in the order of the form; `whose` data they are. */
export function organiserFieldErrors(
  reasons: Record<string, FieldReason>,
  owner: 'own' | 'other' = 'own',
): Record<string, string> {
  const texts = owner === 'other' ? { ...messages, ...colleagueMessages } : messages
  const invalidFields = Object.keys(messages).filter((field) => reasons[field])
  return Object.fromEntries(
    invalidFields.map((field) => {
      const reason = reasons[field]
      return [field, (reason && texts[field]?.[reason]) ?? 'Kijk na wat je hier hebt ingevuld']
    }),
  )
}
