import { type FieldReason, passwordLength } from '@/lib/organisers/schema'

/** Says as little about an address that nobody has as about a wrong password. */
export const wrongLogin = 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na'

const messages: Record<string, Partial<Record<FieldReason, string>>> = {
  name: { missing: 'Vul je naam in', 'too-long': 'Maak je naam korter. Er is plaats voor 120 tekens' },
  email: {
    missing: 'Vul je e-mailadres in, bijvoorbeeld naam@example.nl',
    invalid: 'Kijk je e-mailadres na. Het ziet eruit als naam@example.nl',
    'too-long': 'Kijk je e-mailadres na. Er is plaats voor 254 tekens',
  },
  password: {
    missing: 'Vul je wachtwoord in',
    'too-short': `Maak je wachtwoord langer: minstens ${passwordLength.min} tekens`,
    'too-long': `Maak je wachtwoord korter: hoogstens ${passwordLength.max} tekens`,
    invalid: 'Kies een wachtwoord dat je kunt typen',
  },
}

/** How to mend each field that was refused, in the order of the form. */
export function errorsOf(reasons: Record<string, FieldReason>): Record<string, string> {
  const refused = Object.keys(messages).filter((field) => reasons[field])
  return Object.fromEntries(refused.map((field) => [field, sentence(field, reasons[field])]))
}

function sentence(field: string, reason: FieldReason | undefined): string {
  return (reason && messages[field]?.[reason]) ?? 'Kijk na wat je hier hebt ingevuld'
}
