import * as alreadyRegistered from '@/emails/already-registered'
import * as clarification from '@/emails/clarification'
import * as confirmation from '@/emails/confirmation'
import * as followUp from '@/emails/follow-up'
import * as linkRecovery from '@/emails/link-recovery'
import * as offerExpired from '@/emails/offer-expired'
import * as questionDeadline from '@/emails/question-deadline'
import * as questionResult from '@/emails/question-result'
import * as registrationCancelled from '@/emails/registration-cancelled'
import * as registrationChanged from '@/emails/registration-changed'
import * as release from '@/emails/release'
import * as reminder from '@/emails/reminder'
import * as seatOffered from '@/emails/seat-offered'
import * as sessionCancelled from '@/emails/session-cancelled'
import * as sessionChanged from '@/emails/session-changed'
import * as transferred from '@/emails/transferred'
import * as waitlisted from '@/emails/waitlisted'
import type { RenderContext } from './rendering/rendered-mail'
import type { AdaptableKind, MailTemplate, PreviewKind } from './schema'

/** The words of each mail when no organiser changed them. */
export const defaultTemplates: Record<AdaptableKind, MailTemplate> = {
  confirmation: confirmation.defaultTemplate,
  waitlisted: waitlisted.defaultTemplate,
  seatOffered: seatOffered.defaultTemplate,
  offerExpired: offerExpired.defaultTemplate,
  alreadyRegistered: alreadyRegistered.defaultTemplate,
  release: release.defaultTemplate,
  reminderWeek: reminder.defaultTemplates.week,
  reminderDay: reminder.defaultTemplates.day,
  reminderHour: reminder.defaultTemplates.hour,
  sessionChanged: sessionChanged.defaultTemplate,
  sessionCancelled: sessionCancelled.defaultTemplate,
  registrationChanged: registrationChanged.defaultTemplate,
  registrationCancelled: registrationCancelled.defaultTemplate,
  linkRecovery: linkRecovery.defaultTemplate,
  transferred: transferred.defaultTemplate,
  followUp: followUp.defaultTemplate,
  questionDeadline: questionDeadline.defaultTemplate,
  clarification: clarification.defaultTemplate,
  questionResult: questionResult.defaultTemplate,
}

/** The words that hold: a draft, else what an organiser made of them for this session, else the standard ones. */
export function resolveTemplate(
  kind: PreviewKind,
  overrides: (MailTemplate & { kind: string })[],
  { draft }: RenderContext,
): MailTemplate {
  const standard = kind === 'customMessage' ? { subject: '', text: '' } : defaultTemplates[kind]
  const override = draft ?? overrides.find((template) => template.kind === kind)
  return { subject: override?.subject || standard.subject, text: override?.text || standard.text }
}
