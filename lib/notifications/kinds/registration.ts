import * as alreadyRegistered from '@/emails/registration/already-registered'
import * as confirmation from '@/emails/registration/confirmation'
import { emailChangeConfirm, emailChanged } from '@/emails/registration/email-change'
import * as linkRecovery from '@/emails/registration/link-recovery'
import * as offerExpired from '@/emails/registration/offer-expired'
import * as registrationCancelled from '@/emails/registration/registration-cancelled'
import * as registrationChanged from '@/emails/registration/registration-changed'
import * as seatOffered from '@/emails/registration/seat-offered'
import * as transferred from '@/emails/registration/transferred'
import * as waitlisted from '@/emails/registration/waitlisted'
import { emailChangeMail } from '../rendering/email-change-mail'
import { participantMail } from '../rendering/participant-mail'

export const registrationMails = {
  confirmation: participantMail(confirmation, {
    slug: 'confirmation',
    label: 'Bevestiging van de aanmelding',
    audience: 'seated',
    urgency: 'awaited',
    statesSessionTimes: true,
    quotesParticipant: true,
    calendar: 'current',
  }),
  waitlisted: participantMail(waitlisted, {
    slug: 'waiting-list',
    label: 'Je staat op de wachtlijst',
    audience: 'waitlisted',
    urgency: 'awaited',
    statesSessionTimes: true,
    quotesParticipant: true,
  }),
  seatOffered: participantMail(seatOffered, {
    slug: 'place-offered',
    label: 'Er is een plek voor je',
    audience: 'offered',
    urgency: 'timely',
    statesSessionTimes: true,
  }),
  offerExpired: participantMail(offerExpired, {
    slug: 'offer-expired',
    label: 'De aangeboden plek is vervallen',
    audience: 'cancelled',
  }),
  alreadyRegistered: participantMail(alreadyRegistered, {
    slug: 'already-registered',
    label: 'Je was al aangemeld',
    audience: 'registered',
    urgency: 'awaited',
    statesSessionTimes: true,
  }),
  registrationChanged: participantMail(registrationChanged, {
    slug: 'registration-changed',
    label: 'Je aanmelding is gewijzigd',
    audience: 'registered',
    afterSession: true,
    quotesParticipant: true,
  }),
  registrationCancelled: participantMail(registrationCancelled, {
    slug: 'registration-cancelled',
    label: 'Je bent afgemeld',
    audience: 'cancelled',
    calendar: 'cancelled',
  }),
  transferred: participantMail(transferred, {
    slug: 'handed-over',
    label: 'Je plek is doorgegeven',
    audience: 'cancelled',
    calendar: 'cancelled',
  }),
  linkRecovery: participantMail(linkRecovery, {
    slug: 'lost-link',
    label: 'Jouw link, opnieuw gevraagd',
    audience: 'anyone',
    urgency: 'awaited',
  }),
  emailChangeConfirm: emailChangeMail(emailChangeConfirm, {
    slug: 'address-confirm',
    label: 'Bevestig je nieuwe e-mailadres',
    audience: 'registered',
    afterSession: true,
    emailChange: 'requestedAddress',
  }),
  // Also sent after a cancellation, because someone else may have made the change.
  emailChanged: emailChangeMail(emailChanged, {
    slug: 'address-changed',
    label: 'Je e-mailadres is gewijzigd',
    audience: 'anyone',
    emailChange: 'formerAddress',
  }),
}
