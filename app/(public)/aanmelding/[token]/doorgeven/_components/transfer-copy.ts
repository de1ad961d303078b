import { fieldErrors } from '@/components/form/field-errors'
import { personMessages } from '@/components/registration-form/registration-copy'
import type { FieldReason } from '@/lib/registrations/schema'
import type { TransferRefusal } from '@/lib/registrations/self-service/schema'

export const transferRefusalCopy: Record<Exclude<TransferRefusal, 'unknown-link'>, { title: string; text: string }> = {
  cancelled: { title: 'Je bent afgemeld.', text: 'Je hebt dus geen plek meer om door te geven.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Je hoeft niets te doen.' },
  'session-over': { title: 'Deze kennissessie is geweest.', text: 'Doorgeven kan niet meer.' },
  'offer-expired': {
    title: 'De plek is niet meer voor je vrij.',
    text: 'Je was te laat om hem te nemen of door te geven. Hij gaat naar wie na je kwam.',
  },
  'handed-over': {
    title: 'Je plek is net al doorgegeven aan iemand anders.',
    text: 'Misschien deed je dat zelf, in een ander venster. Wat je hier invulde, is niet verstuurd.',
  },
  'own-address': {
    title: 'Dit is je eigen e-mailadres.',
    text: 'Er is niets doorgegeven. Vul het adres van je collega in.',
  },
  'too-many-for-address': {
    title: 'Dit e-mailadres is nu heel vaak ingestuurd.',
    text: 'Er is niets doorgegeven. Wat je invulde, staat er nog. Probeer het over een uur opnieuw.',
  },
  'too-many-from-ip': {
    title: 'Vanaf jouw internetverbinding wordt nu heel vaak een plek doorgegeven.',
    text: 'Er is niets doorgegeven. Wat je invulde, staat er nog. Probeer het over tien minuten opnieuw.',
  },
  unavailable: {
    title: 'Er ging iets mis bij ons.',
    text: 'Er is nog niets doorgegeven. Wat je invulde, staat er nog. Wacht een paar minuten en druk nog een keer op de knop.',
  },
}

const { name, email, role } = personMessages

/** Returns the error messages of the transfer form by field name, in page order. They are about the colleague. */
export const transferErrors = (reasons: Record<string, FieldReason>) =>
  fieldErrors<FieldReason>(
    {
      name: { ...name, missing: 'Vul de naam van je collega in' },
      email: {
        ...email,
        missing: 'Vul het e-mailadres van je collega in, bijvoorbeeld naam@gemeente.nl',
        invalid: 'Kijk het e-mailadres van je collega na. Het ziet eruit als naam@gemeente.nl',
      },
      role: { ...role, missing: 'Vul de functie van je collega in, bijvoorbeeld beleidsadviseur' },
    },
    reasons,
  )
