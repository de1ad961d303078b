import { createElement, type ReactElement } from 'react'
import AccountChanged, * as accountChanged from './account-changed'
import AlreadyRegistered, * as alreadyRegistered from './already-registered'
import Clarification, * as clarification from './clarification'
import Confirmation, * as confirmation from './confirmation'
import CustomMessage, * as customMessage from './custom-message'
import EmailChangeConfirm, * as emailChangeConfirm from './email-change-confirm'
import EmailChanged, * as emailChanged from './email-changed'
import FollowUp, * as followUp from './follow-up'
import Invitation, * as invitation from './invitation'
import LinkRecovery, * as linkRecovery from './link-recovery'
import OfferExpired, * as offerExpired from './offer-expired'
import { sampleMail } from './parts/participant-mail'
import { fillPlaceholders } from './parts/prose'
import PasswordReset, * as passwordReset from './password-reset'
import QuestionDeadline, * as questionDeadline from './question-deadline'
import QuestionResult, * as questionResult from './question-result'
import RegistrationCancelled, * as registrationCancelled from './registration-cancelled'
import RegistrationChanged, * as registrationChanged from './registration-changed'
import Release, * as release from './release'
import Reminder, * as reminder from './reminder'
import SeatOffered, * as seatOffered from './seat-offered'
import SessionCancelled, * as sessionCancelled from './session-cancelled'
import SessionChanged, * as sessionChanged from './session-changed'
import Transferred, * as transferred from './transferred'
import Waitlisted, * as waitlisted from './waitlisted'

type Sample = { subject: string; body: ReactElement }

const { sample } = confirmation
const lateQuestion = { ...sample, askedBeforeDeadline: false, contactWish: 'email' as const, phone: null, needs: null }
const released = { ...sample, release: sampleMail.release }
const onWaitlist = { hasSeat: false, release: null }
const fromColleague = { transferredFrom: 'Robin Voorbeeld', contactWish: 'none' as const, phone: null, needs: null }
const transferredConfirmation = { ...released, ...fromColleague, ...confirmation.defaultTemplateForTransferee }
const transferredWaitlisted = { ...waitlisted.sample, ...fromColleague }
const transferredAlreadyRegistered = {
  ...alreadyRegistered.sample,
  ...alreadyRegistered.defaultTemplateForTransferee,
  transferredFrom: 'Robin Voorbeeld',
}
const transferredSeatOffer = {
  ...seatOffered.sample,
  ...seatOffered.defaultTemplateForTransferee,
  transferredFrom: 'Robin Voorbeeld',
}
const transferredFromWaitlist = { ...transferred.sample, ...onWaitlist }
const offerExpiredAtClosing = { ...offerExpired.sample, canSignUp: false, offerEnd: 'closed' as const }
const offerExpiredEarly = { ...offerExpiredAtClosing, offerEnd: 'sooner' as const }
const changedOnWaitlist = { ...sessionChanged.sample, ...onWaitlist }
const cancelledOnWaitlist = { ...sessionCancelled.sample, ...onWaitlist }
const removedFromWaitlist = { ...registrationCancelled.sample, ...onWaitlist }
const cancelledBySelf = { ...registrationCancelled.sample, bySelf: true }
const cancelledAfterClosing = { ...cancelledBySelf, canSignUp: false }
const questionChangedLate = { ...registrationChanged.sample, textAtDeadline: 'Hoe begin je met inclusief beleid?' }
const toSample = (props: { subject: string; values: Record<string, string> }, body: ReactElement): Sample => ({
  subject: fillPlaceholders(props.subject, props.values),
  body,
})
const reminderSample = (when: reminder.ReminderMail['when'], link = true): Sample => {
  const props = { ...reminder.sample, ...reminder.defaultTemplates[when], when, ...(!link && { release: null }) }
  return toSample(props, createElement(Reminder, props))
}

const resultSample = (different: Partial<questionResult.QuestionResultMail>): Sample => {
  const props = { ...questionResult.sample, ...different }
  return toSample(props, createElement(QuestionResult, props))
}

/** Every mail there is, in each of its forms, with sample data. */
export const samples: Record<string, Sample> = {
  confirmation: toSample(sample, createElement(Confirmation, sample)),
  'confirmation-later': toSample(lateQuestion, createElement(Confirmation, lateQuestion)),
  'confirmation-released': toSample(released, createElement(Confirmation, released)),
  'confirmation-transferred': toSample(transferredConfirmation, createElement(Confirmation, transferredConfirmation)),
  waitlisted: toSample(waitlisted.sample, createElement(Waitlisted, waitlisted.sample)),
  seatOffered: toSample(seatOffered.sample, createElement(SeatOffered, seatOffered.sample)),
  'waitlisted-transferred': toSample(transferredWaitlisted, createElement(Waitlisted, transferredWaitlisted)),
  'seat-offered-transferred': toSample(transferredSeatOffer, createElement(SeatOffered, transferredSeatOffer)),
  offerExpired: toSample(offerExpired.sample, createElement(OfferExpired, offerExpired.sample)),
  'offer-expired-closed': toSample(offerExpiredAtClosing, createElement(OfferExpired, offerExpiredAtClosing)),
  'offer-expired-sooner': toSample(offerExpiredEarly, createElement(OfferExpired, offerExpiredEarly)),
  alreadyRegistered: toSample(alreadyRegistered.sample, createElement(AlreadyRegistered, alreadyRegistered.sample)),
  'already-registered-transferred': toSample(
    transferredAlreadyRegistered,
    createElement(AlreadyRegistered, transferredAlreadyRegistered),
  ),
  release: toSample(release.sample, createElement(Release, release.sample)),
  'session-changed': toSample(sessionChanged.sample, createElement(SessionChanged, sessionChanged.sample)),
  'session-changed-waitlisted': toSample(changedOnWaitlist, createElement(SessionChanged, changedOnWaitlist)),
  reminderWeek: reminderSample('week', false),
  reminderDay: reminderSample('day'),
  'reminder-day-no-link': reminderSample('day', false),
  reminderHour: reminderSample('hour'),
  sessionCancelled: toSample(sessionCancelled.sample, createElement(SessionCancelled, sessionCancelled.sample)),
  registrationChanged: toSample(
    registrationChanged.sample,
    createElement(RegistrationChanged, registrationChanged.sample),
  ),
  'registration-changed-later': toSample(questionChangedLate, createElement(RegistrationChanged, questionChangedLate)),
  registrationCancelled: toSample(
    registrationCancelled.sample,
    createElement(RegistrationCancelled, registrationCancelled.sample),
  ),
  'session-cancelled-waitlisted': toSample(cancelledOnWaitlist, createElement(SessionCancelled, cancelledOnWaitlist)),
  'registration-cancelled-waitlisted': toSample(
    removedFromWaitlist,
    createElement(RegistrationCancelled, removedFromWaitlist),
  ),
  'registration-cancelled-by-self': toSample(cancelledBySelf, createElement(RegistrationCancelled, cancelledBySelf)),
  'registration-cancelled-too-late': toSample(
    cancelledAfterClosing,
    createElement(RegistrationCancelled, cancelledAfterClosing),
  ),
  transferred: toSample(transferred.sample, createElement(Transferred, transferred.sample)),
  'transferred-waitlisted': toSample(transferredFromWaitlist, createElement(Transferred, transferredFromWaitlist)),
  linkRecovery: toSample(linkRecovery.sample, createElement(LinkRecovery, linkRecovery.sample)),
  'follow-up': toSample(followUp.sample, createElement(FollowUp, followUp.sample)),
  clarification: toSample(clarification.sample, createElement(Clarification, clarification.sample)),
  'question-result-answered': resultSample({ state: 'answered' }),
  'question-result-in-writing': resultSample({ state: 'answerInWriting' }),
  'question-result-out-of-scope': resultSample({ state: 'outOfScope' }),
  'question-result-undecided': resultSample({ state: 'new' }),
  'question-result-own-text': resultSample({ ownText: 'We hebben je vraag doorgegeven.\nJe hoort van ons.' }),
  'custom-message': toSample(customMessage.sample, createElement(CustomMessage, customMessage.sample)),
  questionDeadline: toSample(questionDeadline.sample, createElement(QuestionDeadline, questionDeadline.sample)),
  emailChangeConfirm: {
    subject: emailChangeConfirm.subject,
    body: createElement(EmailChangeConfirm, emailChangeConfirm.sample),
  },
  emailChanged: {
    subject: emailChanged.subject,
    body: createElement(EmailChanged, emailChanged.sample),
  },
  invitation: { subject: invitation.subject, body: createElement(Invitation, invitation.sample) },
  passwordReset: { subject: passwordReset.subject, body: createElement(PasswordReset, passwordReset.sample) },
  accountChanged: {
    subject: accountChanged.subjectFor(accountChanged.sample.change),
    body: createElement(AccountChanged, accountChanged.sample),
  },
}
