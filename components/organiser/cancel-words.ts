import { type CancelFieldReason, type CancelRefusal, cancelLimits } from '@/lib/sessions/schema'
import { ofWhomWait, people } from './recipient-words'

export const cancelErrors: Record<CancelFieldReason, string> = {
  missing: 'Schrijf in een of twee zinnen waarom de kennissessie niet doorgaat',
  'too-long': `Maak deze tekst korter, tot ${cancelLimits.why.toLocaleString('nl-NL')} tekens`,
}

export const cancelRefusals: Record<CancelRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-over': { lead: 'Deze kennissessie is geweest.', text: 'Er is niets veranderd en niets gemaild.' },
  'recipients-changed': {
    lead: 'Het aantal aanmeldingen is net veranderd.',
    text: 'De kennissessie gaat nog door en er is niets gemaild. Kijk hieronder hoeveel mensen nu een mail krijgen.',
  },
}

/** What the button says that cancels: nobody presses it without having read how many hear it. */
export const cancelButton = (recipients: number) =>
  recipients === 0 ? 'Laat vervallen' : `Laat vervallen en mail ${people(recipients)}`

/** Who hears of it; `waiting` of them stand on the waiting list. */
export function whoHears(recipients: number, waiting = 0): string {
  if (recipients === 0) return 'Er is niemand aangemeld. Er gaat geen mail uit.'
  if (waiting > 0)
    return `${people(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} een mail. ${ofWhomWait(waiting)}`
  return recipients === 1
    ? '1 persoon is aangemeld en krijgt een mail.'
    : `${people(recipients)} zijn aangemeld en krijgen een mail.`
}
