import type { News } from './form-head'

export const ownPasswordErrors = { password: 'Dit is niet je wachtwoord. Kijk het na' }

export const twoStepRefusals: Record<'wait' | 'already-on' | 'not-on' | 'required' | 'not-begun', News> = {
  wait: {
    lead: 'Probeer het over een kwartier opnieuw.',
    text: 'Je wachtwoord is te vaak verkeerd ingevuld. Er is niets veranderd.',
  },
  'already-on': { lead: 'Inloggen in twee stappen staat al aan.', text: 'Er is nu niets veranderd.' },
  'not-on': { lead: 'Inloggen in twee stappen staat al uit.', text: 'Er is nu niets veranderd.' },
  required: { lead: 'Hier moet iedereen inloggen in twee stappen.', text: 'Uitzetten kan daarom niet.' },
  'not-begun': { lead: 'Begin opnieuw.', text: 'De sleutel van eerder werkt niet meer.' },
}
