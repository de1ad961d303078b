import { peopleCount, waitlistedAmongThem } from '@/app/beheer/sessies/_components/recipient-copy'
import { fieldErrors, tooLongMessage } from '@/components/form/field-errors'
import { type CancelFieldReason, type CancelRefusal, cancelLimits } from '@/lib/sessions/schema'

const messages = {
  why: {
    missing: 'Schrijf in een of twee zinnen waarom de kennissessie niet doorgaat',
    'too-long': tooLongMessage(cancelLimits.why),
  },
}

export const cancelSessionErrors = (reasons: Record<string, CancelFieldReason>) => fieldErrors(messages, reasons)

export const cancelSessionRefusals: Record<CancelRefusal, { title: string; text: string }> = {
  'unknown-session': { title: 'Deze kennissessie is er niet meer.', text: 'Ga terug naar de lijst.' },
  'session-over': { title: 'Deze kennissessie is geweest.', text: 'Er is niets veranderd en niets gemaild.' },
  'recipients-changed': {
    title: 'Het aantal aanmeldingen is net veranderd.',
    text: 'De kennissessie gaat nog door en er is niets gemaild. Kijk hieronder hoeveel mensen nu een mail krijgen.',
  },
}

export const cancelSessionButtonLabel = (recipients: number) =>
  recipients === 0 ? 'Laat vervallen' : `Laat vervallen en mail ${peopleCount(recipients)}`

/** Who is mailed; `waitlisted` of the recipients are on the waitlist. */
export function cancellationRecipientsSentence(recipients: number, waitlisted = 0): string {
  if (recipients === 0) return 'Er is niemand aangemeld. Er gaat geen mail uit.'
  if (waitlisted > 0)
    return `${peopleCount(recipients)} ${recipients === 1 ? 'krijgt' : 'krijgen'} een mail. ${waitlistedAmongThem(waitlisted)}`
  return recipients === 1
    ? '1 persoon is aangemeld en krijgt een mail.'
    : `${peopleCount(recipients)} zijn aangemeld en krijgen een mail.`
}
