import type { MessageKind } from '@/lib/outbox/schema'
import type { ScheduleSettings, SchedulingTimes } from './kinds/mail-kind'
import { mailKinds, scheduledKinds } from './kinds/registry'

/** What decides which mails of a session are scheduled. */
export type ScheduleInput = SchedulingTimes & ScheduleSettings

/** A scheduled mail of a session; the windows are explained at `Schedule` in kinds/mail-kind.ts. */
export type ScheduledMail = {
  kind: MessageKind
  dueAt: Date
  expiresAt: Date
  confirmedBefore?: Date
  registeredBefore?: Date
}

/** Every mail that could be scheduled, switched on or not. The windows follow the session times, so they move along. */
export const possibleScheduledMails = (times: SchedulingTimes): ScheduledMail[] =>
  scheduledKinds.flatMap((kind) => {
    const window = mailKinds[kind].schedule?.window(times)
    return window ? [{ kind, ...window }] : []
  })

/** The scheduled mails that the session's settings switch on. */
export const enabledScheduledMails = (session: ScheduleInput): ScheduledMail[] => {
  const disabled = disabledKinds(session)
  return possibleScheduledMails(session).filter(({ kind }) => !disabled.includes(kind))
}

/** The scheduled kinds that these settings switch off. */
export const disabledKinds = (settings: ScheduleSettings): MessageKind[] =>
  scheduledKinds.filter((kind) => {
    const setting = mailKinds[kind].schedule?.setting
    return !setting || [false, 'nobody'].includes(settings[setting])
  })

/** The enabled mails whose window is open at `now`. */
export const dueScheduledMails = (session: ScheduleInput, now: Date): ScheduledMail[] =>
  enabledScheduledMails(session).filter(({ dueAt, expiresAt }) => dueAt <= now && now < expiresAt)

type ScheduleState = ScheduleInput & { publishedAt: Date | null; cancelledAt: Date | null; released: boolean }

/** The mails still to come after `now`, the nearest first. */
export function upcomingScheduledMails(session: ScheduleState, now: Date): ScheduledMail[] {
  if (!session.publishedAt || session.cancelledAt) return []
  return enabledScheduledMails(session)
    .filter(({ kind, dueAt }) => dueAt > now && !(mailKinds[kind].schedule?.release === 'before' && session.released))
    .sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())
}
