import type { LinkRecoveryRefusal } from '@/lib/registrations/self-service/schema'

export const linkRecoveryRefusalCopy: Record<LinkRecoveryRefusal, { title: string; text: string }> = {
  'form-expired': {
    title: 'Het formulier stond te lang open.',
    text: 'Je adres staat er nog. Druk nog een keer op “Mail mijn link”.',
  },
  'looks-automated': {
    title: 'We willen zeker weten dat je een mens bent.',
    text: 'Je adres staat er nog. Druk nog een keer op “Mail mijn link”.',
  },
  'too-quick': {
    title: 'Dat ging wel heel snel.',
    text: 'Je adres staat er nog. Kijk het na en druk nog een keer op “Mail mijn link”.',
  },
  'too-many-for-address': {
    title: 'Dit e-mailadres is nu heel vaak ingestuurd.',
    text: 'Kijk eerst in je mail, ook bij ongewenste mail. Wacht anders tien minuten en probeer het opnieuw.',
  },
  'too-many-from-ip': {
    title: 'Er wordt nu heel vaak om een link gevraagd vanaf jouw plek.',
    text: 'Wacht tien minuten en druk nog een keer op “Mail mijn link”.',
  },
  unavailable: {
    title: 'Er ging iets mis bij ons.',
    text: 'Je adres staat er nog. Wacht een paar minuten en druk nog een keer op “Mail mijn link”.',
  },
}
