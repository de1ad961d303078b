import { type ReleaseFieldReason, type ReleaseRefusal, releaseLimits } from '@/lib/sessions/schema'
import { notFilledIn } from './mail-words'
import { people } from './recipient-words'

const room = (max: number) => `Maak deze tekst korter, tot ${max.toLocaleString('nl-NL')} tekens`

const messages: Record<string, Partial<Record<ReleaseFieldReason, string>>> = {
  onlineLink: {
    missing: 'Vul de link in waarmee mensen meedoen, bijvoorbeeld https://teams.microsoft.com/…',
    'not-https': 'Kijk de link na. Hij begint met https:// en er staat geen naam of wachtwoord in',
    'too-long': room(releaseLimits.onlineLink),
  },
  agenda: {
    missing: 'Schrijf in een paar regels wat jullie gaan doen',
    'too-long': room(releaseLimits.agenda),
    placeholder: notFilledIn,
  },
}

/** How to mend each field that was refused, in the order of the form. */
export function releaseErrors(reasons: Record<string, ReleaseFieldReason>): Record<string, string> {
  const fields = Object.keys(messages).filter((field) => reasons[field])
  return Object.fromEntries(
    fields.map((field) => [field, messages[field]?.[reasons[field] ?? 'missing'] ?? 'Kijk dit na']),
  )
}

export const releaseRefusals: Record<ReleaseRefusal, { lead: string; text: string }> = {
  'unknown-session': { lead: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': { lead: 'Deze kennissessie gaat niet door.', text: 'Er is niets vrijgegeven en niets gemaild.' },
  'session-over': { lead: 'Deze kennissessie is geweest.', text: 'Er is niets vrijgegeven en niets gemaild.' },
  'released-meanwhile': {
    lead: 'Een collega heeft net iets anders vrijgegeven.',
    text: 'Jouw versie is niet verstuurd en staat hieronder nog. Kopieer hem, open deze pagina opnieuw en kijk wat er nu staat.',
  },
  'nothing-changed': {
    lead: 'Er is niets veranderd.',
    text: 'Deze link en agenda zijn al vrijgegeven. Er is niets gemaild.',
  },
  'recipients-changed': { lead: 'Het aantal mensen is veranderd.', text: 'Kijk opnieuw wat er gebeurt.' },
}

type Release = { corrects: boolean; recipients: number }

/** What the button says that releases: nobody presses it without having read how many get a mail. */
export function releaseButton({ corrects, recipients }: Release): string {
  const release = corrects ? 'Wijziging vrijgeven' : 'Vrijgeven'
  return recipients === 0 ? release : `${release} en mail ${people(recipients)}`
}

/** Who gets which mail. */
export function whoGetsIt({ corrects, recipients }: Release): string {
  if (recipients === 0) return 'Er is nog niemand aangemeld. Er gaat geen mail uit.'
  const mail = corrects ? 'een mail dat er iets is veranderd' : 'een mail met de link en de agenda'
  const who = `${people(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} ${mail}.`
  return corrects ? `${who} Wie de link nog niet had, krijgt de link en de agenda.` : who
}
