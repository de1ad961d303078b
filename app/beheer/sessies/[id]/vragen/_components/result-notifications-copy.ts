import type { SendResultsRefusal } from '@/lib/triage/schema'

export const resultNotificationRefusals: Record<SendResultsRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Er is niets gemaild.' },
  'session-cancelled': { title: 'Deze kennissessie is niet doorgegaan.', text: 'Er is niets gemaild.' },
  'session-not-ended': {
    title: 'Deze kennissessie is nog niet geweest.',
    text: 'Daarna kun je iedereen laten weten wat er is gedaan.',
  },
  nobody: { title: 'Iedereen heeft het al gehoord.', text: 'Er is niets gemaild.' },
  'recipients-changed': {
    title: 'Er is net iets veranderd.',
    text: 'Er is niets gemaild. Kijk nog een keer wie een mail krijgt.',
  },
}

/** What the button says that sends them. */
export const sendResultsLabel = (count: number) =>
  count === 1 ? 'Mail 1 persoon' : `Mail ${count.toLocaleString('nl-NL')} mensen`
