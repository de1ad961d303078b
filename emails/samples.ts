import { createElement, type ReactElement } from 'react'
import * as accountChanged from './account-changed'
import * as alreadyRegistered from './already-registered'
import * as clarification from './clarification'
import * as confirmation from './confirmation'
import * as customMessage from './custom-message'
import * as emailChangeConfirm from './email-change-confirm'
import * as emailChanged from './email-changed'
import * as followUp from './follow-up'
import * as invitation from './invitation'
import * as linkRecovery from './link-recovery'
import * as offerExpired from './offer-expired'
import type { MailTemplate } from './parts/participant-mail'
import { fillPlaceholders, type PlaceholderValues } from './parts/prose'
import { sampleMail, sampleOnWaitlist } from './parts/sample-data'
import * as passwordReset from './password-reset'
import * as questionDeadline from './question-deadline'
import * as questionResult from './question-result'
import * as registrationCancelled from './registration-cancelled'
import * as registrationChanged from './registration-changed'
import * as release from './release'
import * as reminder from './reminder'
import * as seatOffered from './seat-offered'
import * as sessionCancelled from './session-cancelled'
import * as sessionChanged from './session-changed'
import * as transferred from './transferred'
import * as waitlisted from './waitlisted'

type Sample = { subject: string; body: ReactElement }
export type MailTemplateModule<Props> = { default: (props: Props) => ReactElement; sample: Props }

/** A mail with its sample data; `changes` replaces part of that data. */
export function sampleOf<Props extends MailTemplate & { values: PlaceholderValues }>(
  { default: Mail, sample }: MailTemplateModule<Props>,
  changes: Partial<Props> = {},
): Sample {
  const props = { ...sample, ...changes }
  return { subject: fillPlaceholders(props.subject, props.values), body: createElement(Mail, props) }
}

const fixedSample = <Props extends object>(template: MailTemplateModule<Props> & { subject: string }): Sample => ({
  subject: template.subject,
  body: createElement(template.default, template.sample),
})

const fromColleague = { transferredFrom: 'Robin Voorbeeld' }
const withoutWishes = { phone: null, needs: null }
const withoutContact = { ...withoutWishes, contactWish: 'none' } as const
const { day, hour, week } = reminder.defaultTemplates

/** Every mail in each of its variants. */
export const samples: Record<string, Sample> = {
  confirmation: sampleOf(confirmation),
  'confirmation-later': sampleOf(confirmation, {
    ...withoutWishes,
    askedBeforeDeadline: false,
    contactWish: 'email',
  }),
  'confirmation-released': sampleOf(confirmation, { release: sampleMail.release }),
  'confirmation-transferred': sampleOf(confirmation, {
    ...confirmation.defaultTemplateForTransferee,
    ...fromColleague,
    ...withoutContact,
    release: sampleMail.release,
  }),
  waitlisted: sampleOf(waitlisted),
  'seat-offered': sampleOf(seatOffered),
  'waitlisted-transferred': sampleOf(waitlisted, { ...fromColleague, ...withoutContact }),
  'seat-offered-transferred': sampleOf(seatOffered, { ...seatOffered.defaultTemplateForTransferee, ...fromColleague }),
  'offer-expired': sampleOf(offerExpired),
  'offer-expired-closed': sampleOf(offerExpired, { canSignUp: false, offerEnd: 'closed' }),
  'offer-expired-sooner': sampleOf(offerExpired, { canSignUp: false, offerEnd: 'sooner' }),
  'already-registered': sampleOf(alreadyRegistered),
  'already-registered-transferred': sampleOf(alreadyRegistered, {
    ...alreadyRegistered.defaultTemplateForTransferee,
    ...fromColleague,
  }),
  release: sampleOf(release),
  'session-changed': sampleOf(sessionChanged),
  'session-changed-waitlisted': sampleOf(sessionChanged, sampleOnWaitlist),
  'reminder-week': sampleOf(reminder, { ...week, when: 'week', release: null }),
  'reminder-day': sampleOf(reminder, { ...day, when: 'day' }),
  'reminder-day-no-link': sampleOf(reminder, { ...day, when: 'day', release: null }),
  'reminder-hour': sampleOf(reminder, { ...hour, when: 'hour' }),
  'session-cancelled': sampleOf(sessionCancelled),
  'registration-changed': sampleOf(registrationChanged),
  'registration-changed-later': sampleOf(registrationChanged, { textAtDeadline: 'Hoe begin je met inclusief beleid?' }),
  'registration-cancelled': sampleOf(registrationCancelled),
  'session-cancelled-waitlisted': sampleOf(sessionCancelled, sampleOnWaitlist),
  'registration-cancelled-waitlisted': sampleOf(registrationCancelled, sampleOnWaitlist),
  'registration-cancelled-by-self': sampleOf(registrationCancelled, { bySelf: true }),
  'registration-cancelled-too-late': sampleOf(registrationCancelled, { bySelf: true, canSignUp: false }),
  transferred: sampleOf(transferred),
  'transferred-waitlisted': sampleOf(transferred, sampleOnWaitlist),
  'link-recovery': sampleOf(linkRecovery),
  'follow-up': sampleOf(followUp),
  clarification: sampleOf(clarification),
  'question-result-answered': sampleOf(questionResult, { state: 'answered' }),
  'question-result-in-writing': sampleOf(questionResult, { state: 'answerInWriting' }),
  'question-result-out-of-scope': sampleOf(questionResult, { state: 'outOfScope' }),
  'question-result-undecided': sampleOf(questionResult, { state: 'new' }),
  'question-result-own-text': sampleOf(questionResult, {
    ownText: 'We hebben je vraag doorgegeven.\nJe hoort van ons.',
  }),
  'custom-message': sampleOf(customMessage),
  'question-deadline': sampleOf(questionDeadline),
  'email-change-confirm': fixedSample(emailChangeConfirm),
  'email-changed': fixedSample(emailChanged),
  invitation: fixedSample(invitation),
  'password-reset': fixedSample(passwordReset),
  'account-changed': fixedSample({
    ...accountChanged,
    subject: accountChanged.subjectFor(accountChanged.sample.change),
  }),
}
