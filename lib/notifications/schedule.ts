import type { MessageKind } from '@/lib/outbox/schema'
import type { ScheduleSettings, ScheduleWindow, SchedulingTimes } from './kinds/mail-kind'
import { mailKinds, scheduledKinds } from './kinds/registry'

/** The session times and settings that decide which mails are scheduled. */
export type ScheduleInput = SchedulingTimes & ScheduleSettings

export type ScheduledMail = ScheduleWindow & { kind: MessageKind }

/** Returns when each scheduled mail is due and expires, including mails that the session's settings switch off. */
export const possibleScheduledMails = (times: SchedulingTimes): ScheduledMail[] =>
  scheduledKinds.flatMap((kind) => {
    const window = mailKinds[kind].schedule?.window(times)
    return window ? [{ kind, ...window }] : []
  })

export const disabledKinds = (settings: ScheduleSettings): MessageKind[] =>
  scheduledKinds.filter((kind) => {
    const setting = mailKinds[kind].schedule?.setting
    return !setting || [false, 'nobody'].includes(settings[setting])
  })

/** Returns the scheduled mails that the session's settings switch on, with the instants when they are due and expire. */
export const enabledScheduledMails = (session: ScheduleInput): ScheduledMail[] =>
  possibleScheduledMails(session).filter(({ kind }) => !disabledKinds(session).includes(kind))

/** Returns the scheduled mails, switched on by the session's settings, that are due and not expired at `now`. */
export const dueScheduledMails = (session: ScheduleInput, now: Date): ScheduledMail[] =>
  enabledScheduledMails(session).filter(({ dueAt, expiresAt }) => dueAt <= now && now < expiresAt)

/** Returns the switched-on scheduled mails due after `now`, earliest first. None for unpublished or cancelled sessions. */
export function upcomingScheduledMails(
  session: ScheduleInput & { publishedAt: Date | null; cancelledAt: Date | null; released: boolean },
  now: Date,
): ScheduledMail[] {
  if (!session.publishedAt || session.cancelledAt) return []
  return enabledScheduledMails(session)
    .filter(({ kind, dueAt }) => dueAt > now && !(mailKinds[kind].schedule?.release === 'before' && session.released))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}
