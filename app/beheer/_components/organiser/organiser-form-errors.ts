import { type ErrorMessages, fieldErrors } from '@/components/form/field-errors'
import { passwordLength, type FieldReason as SchemaReason } from '@/lib/organisers/schema'

/** Reason to refuse a field of an account form. `wrong`: the password or code is not that of the organiser. */
export type FieldReason = SchemaReason | 'wrong'

const messages: ErrorMessages<FieldReason> = {
  name: { missing: 'Vul je naam in', 'too-long': 'Maak je naam korter. Er is plaats voor 120 tekens' },
  email: {
    missing: 'Vul je e-mailadres in, bijvoorbeeld naam@example.nl',
    invalid: 'Kijk je e-mailadres na. Het ziet eruit als naam@example.nl',
    'too-long': 'Kijk je e-mailadres na. Er is plaats voor 254 tekens',
    // Shown for an unknown address and a wrong password, so that it does not reveal which addresses have an account.
    wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na',
  },
  role: { missing: 'Kies wat je collega mag' },
  current: { missing: 'Vul je wachtwoord van nu in', wrong: 'Dit is niet je wachtwoord van nu. Kijk het na' },
  code: {
    missing: 'Vul de code in die je app nu laat zien',
    invalid: 'Kijk de code na. Die uit je app heeft zes cijfers',
    wrong:
      'Deze code klopt niet, of is al gebruikt. Wacht op de volgende code in je app, of kies een andere herstelcode',
  },
  choice: { missing: 'Kies wat je wilt doen' },
  password: {
    missing: 'Vul je wachtwoord in',
    'too-short': `Maak je wachtwoord langer: minstens ${passwordLength.min} tekens`,
    'too-long': `Maak je wachtwoord korter: hoogstens ${passwordLength.max} tekens`,
    invalid: 'Kies een wachtwoord dat je kunt typen',
    wrong: 'Dit is niet je wachtwoord. Kijk het na',
  },
}

/** Returns the error message of each refused field, in form order. `formMessages` overrides default messages. */
export function organiserFieldErrors(
  reasons: Record<string, FieldReason>,
  formMessages: ErrorMessages<FieldReason> = {},
): Record<string, string> {
  const merged = Object.entries(messages).map(([field, texts]) => [field, { ...texts, ...formMessages[field] }])
  return fieldErrors(Object.fromEntries(merged), reasons, 'Kijk na wat je hier hebt ingevuld')
}
