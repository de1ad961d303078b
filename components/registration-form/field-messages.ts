import { tooLongMessage } from '@/components/form/field-errors'
import { limits } from '@/lib/registrations/schema'

/**
 * Returns the error messages of the registration fields. The arguments are the words before a noun: "je" and "je" when the
 * participant reads the message ("je naam"), "de" and "het" when an organiser does ("de naam").
 */
export const fieldMessages = (de: string, het: string) => ({
  name: {
    missing: `Vul ${de} naam in`,
    'too-long': tooLongMessage(limits.name),
    'contains-link':
      'Vul alleen een naam in, zonder webadres of e-mailadres. Staat er een punt in? Zet er een spatie achter',
  },
  email: {
    missing: `Vul ${het} e-mailadres in, bijvoorbeeld naam@gemeente.nl`,
    invalid: `Kijk ${het} e-mailadres na. Het ziet eruit als naam@gemeente.nl`,
    several: 'Vul één e-mailadres in',
    'likely-typo': `Kijk ${het} e-mailadres na`,
    'too-long': tooLongMessage(limits.email),
  },
  organisation: {
    missing: `Vul de naam van ${de} organisatie in`,
    'too-long': tooLongMessage(limits.organisation),
  },
  role: { missing: `Vul ${de} functie in, bijvoorbeeld beleidsadviseur`, 'too-long': tooLongMessage(limits.role) },
  phone: {
    invalid: `Kijk ${het} telefoonnummer na, bijvoorbeeld 06 12345678`,
    'too-long': tooLongMessage(limits.phone),
  },
  needs: { 'too-long': tooLongMessage(limits.needs) },
})
