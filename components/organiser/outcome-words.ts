import type { OutcomeRefusal } from '@/lib/questions/schema'

export const outcomeRefusals: Record<OutcomeRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Er is niets gemaild.' },
  'session-cancelled': { lead: 'Deze kennissessie is niet doorgegaan.', text: 'Er is niets gemaild.' },
  'not-been': {
    lead: 'Deze kennissessie is nog niet geweest.',
    text: 'Daarna kun je iedereen laten weten wat er is gedaan.',
  },
  nobody: { lead: 'Iedereen heeft het al gehoord.', text: 'Er is niets gemaild.' },
  'recipients-changed': {
    lead: 'Er is net iets veranderd.',
    text: 'Er is niets gemaild. Kijk nog een keer wie een mail krijgt.',
  },
}

/** What the button says that sends them. */
export const outcomeButton = (count: number) =>
  count === 1 ? 'Mail 1 persoon' : `Mail ${count.toLocaleString('nl-NL')} mensen`
