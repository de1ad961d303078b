import type { ClarificationRefusal } from '@/lib/triage/schema'
import { triageRefusals } from './triage-copy'

export const clarificationRefusals: Record<ClarificationRefusal, { title: string; text: string }> = {
  'unknown-session': triageRefusals['unknown-session'],
  'unknown-question': triageRefusals['unknown-question'],
  'round-closed': triageRefusals['round-closed'],
  'asker-cancelled': { title: 'Wie dit vroeg, heeft zich afgemeld.', text: 'Er is niets gemaild.' },
  'session-cancelled': { title: 'Deze kennissessie gaat niet door.', text: 'Er is niets gemaild.' },
  'session-over': { title: 'Deze kennissessie is geweest.', text: 'Er is niets gemaild.' },
  'no-contact': {
    title: 'We mogen deze persoon niet benaderen over de vraag.',
    text: 'Daar is geen ja op gezegd. Er is niets gemaild.',
  },
  'other-channel': {
    title: 'Deze persoon wil op een andere manier benaderd worden.',
    text: 'Er is niets gemaild. Kijk hieronder hoe het wel kan.',
  },
  'requested-meanwhile': {
    title: 'Een collega heeft net toelichting gevraagd.',
    text: 'Er is niets gemaild. Hieronder staat wanneer dat was.',
  },
}

/** How the asker was approached. */
export const channelLabels = { email: 'Gemaild', phone: 'Gebeld', none: '' } as const
