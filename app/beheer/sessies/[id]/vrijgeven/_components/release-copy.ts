import { placeholderNotAllowed } from '@/app/beheer/sessies/_components/mail-content-copy'
import { peopleCount } from '@/app/beheer/sessies/_components/recipient-copy'
import { type ErrorMessages, fieldErrors, tooLongMessage } from '@/components/form/field-errors'
import { type ReleaseFieldReason, type ReleaseRefusal, releaseLimits } from '@/lib/sessions/schema'

const messages: ErrorMessages<ReleaseFieldReason> = {
  onlineLink: {
    missing: 'Vul de link in waarmee mensen meedoen, bijvoorbeeld https://teams.microsoft.com/…',
    'not-https': 'Kijk de link na. Hij begint met https:// en er staat geen naam of wachtwoord in',
    'too-long': tooLongMessage(releaseLimits.onlineLink),
  },
  agenda: {
    missing: 'Schrijf in een paar regels wat jullie gaan doen',
    'too-long': tooLongMessage(releaseLimits.agenda),
    placeholder: placeholderNotAllowed,
  },
}

export const releaseErrors = (reasons: Record<string, ReleaseFieldReason>) => fieldErrors(messages, reasons)

export const releaseRefusals: Record<ReleaseRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-cancelled': {
    title: 'Deze kennissessie gaat niet door.',
    text: 'Er is niets vrijgegeven en niets gemaild.',
  },
  'session-over': { title: 'Deze kennissessie is geweest.', text: 'Er is niets vrijgegeven en niets gemaild.' },
  'released-meanwhile': {
    title: 'Een collega heeft net iets anders vrijgegeven.',
    text: 'Jouw versie is niet verstuurd en staat hieronder nog. Kopieer hem, open deze pagina opnieuw en kijk wat er nu staat.',
  },
  'nothing-changed': {
    title: 'Er is niets veranderd.',
    text: 'Deze link en agenda zijn al vrijgegeven. Er is niets gemaild.',
  },
  'recipients-changed': { title: 'Het aantal mensen is veranderd.', text: 'Kijk opnieuw wat er gebeurt.' },
}

type ReleaseScope = { isCorrection: boolean; recipients: number }

export function releaseButtonLabel({ isCorrection, recipients }: ReleaseScope): string {
  const release = isCorrection ? 'Wijziging vrijgeven' : 'Vrijgeven'
  return recipients === 0 ? release : `${release} en mail ${peopleCount(recipients)}`
}

export function releaseRecipientsSentence({ isCorrection, recipients }: ReleaseScope): string {
  if (recipients === 0) return 'Er is nog niemand aangemeld. Er gaat geen mail uit.'
  const mail = isCorrection ? 'een mail dat er iets is veranderd' : 'een mail met de link en de agenda'
  const recipientsSentence = `${peopleCount(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} ${mail}.`
  return isCorrection
    ? `${recipientsSentence} Wie de link nog niet had, krijgt de link en de agenda.`
    : recipientsSentence
}
