import type { ClarificationRefusal } from '@/lib/questions/schema'
import { triageRefusals } from './question-words'

export const clarificationRefusals: Record<ClarificationRefusal, { lead: string; text: string }> = {
  'unknown-session': triageRefusals['unknown-session'],
  'unknown-question': triageRefusals['unknown-question'],
  'round-closed': triageRefusals['round-closed'],
  'asker-cancelled': { lead: 'Wie dit vroeg, heeft zich afgemeld.', text: 'Er is niets gemaild.' },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: 'Er is niets gemaild.' },
  'session-over': { lead: 'Deze kennissessie is geweest.', text: 'Er is niets gemaild.' },
  'no-contact': {
    lead: 'We mogen deze persoon niet benaderen over de vraag.',
    text: 'Daar is geen ja op gezegd. Er is niets gemaild.',
  },
  'other-way': {
    lead: 'Deze persoon wil op een andere manier benaderd worden.',
    text: 'Er is niets gemaild. Kijk hieronder hoe het wel kan.',
  },
  'asked-meanwhile': {
    lead: 'Een collega heeft net toelichting gevraagd.',
    text: 'Er is niets gemaild. Hieronder staat wanneer dat was.',
  },
}

/** "per mail", "per telefoon", as it is said of a time that somebody was approached. */
export const wayInWords = { email: 'Gemaild', phone: 'Gebeld', none: '' } as const
