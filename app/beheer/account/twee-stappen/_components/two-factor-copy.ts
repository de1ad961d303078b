import type { Flash } from '@/app/beheer/_components/form/form-state'

export const wrongPasswordErrors = { password: 'Dit is niet je wachtwoord. Kijk het na' }

export const twoFactorRefusals: Record<'wait' | 'already-on' | 'not-on' | 'required' | 'not-begun', Flash> = {
  wait: {
    title: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord is te vaak verkeerd ingevuld. Er is niets veranderd.',
  },
  'already-on': { title: 'Inloggen in twee stappen staat al aan.', text: 'Er is nu niets veranderd.' },
  'not-on': { title: 'Inloggen in twee stappen staat al uit.', text: 'Er is nu niets veranderd.' },
  required: { title: 'Hier moet iedereen inloggen in twee stappen.', text: 'Uitzetten kan daarom niet.' },
  'not-begun': { title: 'Begin opnieuw.', text: 'De sleutel van eerder werkt niet meer.' },
}
