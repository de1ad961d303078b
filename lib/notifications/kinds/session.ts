import * as clarification from '@/emails/session/clarification'
import * as customMessage from '@/emails/session/custom-message'
import * as followUp from '@/emails/session/follow-up'
import * as questionResult from '@/emails/session/question-result'
import { release, reminderDay, reminderHour, reminderWeek } from '@/emails/session/release-and-reminders'
import * as sessionCancelled from '@/emails/session/session-cancelled'
import * as sessionChanged from '@/emails/session/session-changed'
import * as waitlistEnded from '@/emails/session/waitlist-ended'
import { addDays, amsterdamInstant, startOfDay, wallTime } from '@/lib/platform/time'
import { questionDeadlineRendering } from '../rendering/organiser-mail'
import { participantMail } from '../rendering/participant-mail'
import type { MailKind, SchedulingTimes } from './mail-kind'

const hourMs = 60 * 60 * 1000
const morningHour = 10

/** Returns ten o'clock in the morning, Dutch time, on the Dutch calendar day of the instant `day`. */
const atMorningHour = (day: Date) => amsterdamInstant({ ...wallTime(day), hour: morningHour, minute: 0 })

/**
 * Returns a function that returns when a reminder may be sent: `days` days before the session, from ten o'clock to
 * midnight. After midnight its text would be wrong ("morgen" means tomorrow).
 */
const morningBefore =
  (days: number) =>
  ({ startsAt }: SchedulingTimes) => {
    const dueAt = atMorningHour(addDays(startsAt, -days))
    return { dueAt, confirmedBefore: addDays(dueAt, -1), expiresAt: addDays(startOfDay(dueAt), 1) }
  }

/** Returns the first ten o'clock in the morning after registration closes, or the session's start if that is earlier. */
function afterRegistrationCloses({ registrationClosesAt, startsAt }: SchedulingTimes): Date {
  const sameDay = atMorningHour(registrationClosesAt)
  const morning = sameDay < registrationClosesAt ? atMorningHour(addDays(registrationClosesAt, 1)) : sameDay
  return morning < startsAt ? morning : startsAt
}

export const sessionMails = {
  questionDeadline: {
    slug: 'question-deadline',
    label: 'Aan jullie: de vragentermijn sluit bijna',
    audience: 'organisers',
    notResendable: true,
    schedule: {
      setting: 'remindOrganisers',
      window: ({ questionDeadlineAt }) => ({ dueAt: addDays(questionDeadlineAt, -2), expiresAt: questionDeadlineAt }),
    },
    ...questionDeadlineRendering,
  } satisfies MailKind,
  clarification: participantMail(clarification, {
    slug: 'clarification',
    label: 'Vraag om toelichting',
    audience: 'seated',
    quotesParticipant: true,
  }),
  // No seat is offered after registration closed (see canOffer), so from then on the wait is over.
  waitlistEnded: participantMail(waitlistEnded, {
    slug: 'waiting-list-ended',
    label: 'Er is geen plek vrijgekomen',
    audience: 'waitlisted',
    afterSession: true,
    statesSessionTimes: true,
    schedule: {
      setting: 'notifyWaitlist',
      window: (times) => ({ dueAt: afterRegistrationCloses(times), expiresAt: addDays(times.endsAt, 1) }),
    },
  }),
  reminderWeek: participantMail(reminderWeek, {
    slug: 'reminder-week',
    label: 'Herinnering: over een week',
    audience: 'seated',
    statesSessionTimes: true,
    // The mail announces the link, so it is wrong after the link was released.
    schedule: { setting: 'remindWeekBefore', release: 'before', window: morningBefore(7) },
  }),
  release: participantMail(release, {
    slug: 'release',
    label: 'Link en agenda',
    audience: 'seated',
    urgency: 'timely',
    statesSessionTimes: true,
    needsRelease: 'always',
  }),
  reminderDay: participantMail(reminderDay, {
    slug: 'reminder-day',
    label: 'Herinnering: morgen',
    audience: 'seated',
    statesSessionTimes: true,
    schedule: { setting: 'remindDayBefore', window: morningBefore(1) },
  }),
  reminderHour: participantMail(reminderHour, {
    slug: 'reminder-hour',
    label: 'Herinnering: over een uur',
    audience: 'seated',
    urgency: 'timely',
    statesSessionTimes: true,
    needsRelease: 'in-preview',
    schedule: {
      setting: 'remindHourBefore',
      release: 'after',
      window: ({ startsAt }) => {
        const dueAt = new Date(startsAt.getTime() - hourMs)
        return { dueAt, confirmedBefore: dueAt, expiresAt: startsAt }
      },
    },
  }),
  sessionChanged: participantMail(sessionChanged, {
    slug: 'changed',
    label: 'Er is iets veranderd',
    audience: 'registered',
    urgency: 'timely',
    statesSessionTimes: true,
    calendar: 'current',
  }),
  sessionCancelled: participantMail(sessionCancelled, {
    slug: 'session-cancelled',
    label: 'De kennissessie gaat niet door',
    audience: 'registered',
    urgency: 'timely',
    afterCancellation: true,
    calendar: 'current',
  }),
  followUp: participantMail(followUp, {
    slug: 'thanks',
    label: 'Dank je wel, achteraf',
    audience: 'seated',
    afterSession: true,
    schedule: {
      setting: 'followUpAudience',
      oncePerSession: true,
      window: ({ endsAt }) => {
        const dueAt = atMorningHour(addDays(endsAt, 1))
        return { dueAt, expiresAt: addDays(dueAt, 7), registeredBefore: dueAt }
      },
    },
  }),
  questionResult: participantMail(questionResult, {
    slug: 'outcome',
    label: 'Wat er met de vraag is gedaan',
    audience: 'seated',
    afterSession: true,
    quotesParticipant: true,
  }),
  customMessage: participantMail(customMessage, {
    slug: 'letter',
    label: 'Eigen bericht',
    audience: 'chosen',
    afterSession: true,
  }),
}
