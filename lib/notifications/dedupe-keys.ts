/**
 * Maps each mailing (one mail to many receivers) to the start of its dedupe keys; `dedupeKeyFor` adds a receiver. No two
 * messages have the same dedupe key, so nobody gets the mail twice. Keys must never change, because messages store them.
 */
export const mailingKeys = {
  release: (sessionId: string, number: number) => `release:${sessionId}:${number}`,
  changeNotice: (sessionId: string, calendarSequence: number) => `changed:${sessionId}:${calendarSequence}`,
  sessionCancelled: (sessionId: string) => `session-cancelled:${sessionId}`,
  customMessage: (customMessageId: string) => `letter:${customMessageId}`,
  /** Key of a scheduled mail. Without `dueAt` each receiver gets it once per session, even if that is rescheduled. */
  scheduled: (sessionId: string, kindSlug: string, dueAt?: Date) =>
    `planned:${sessionId}:${kindSlug}${dueAt ? `@${dueAt.toISOString()}` : ''}`,
}

/** Returns the dedupe key of a mailing's message to one receiver. `receiverId` is the id of a registration or organiser. */
export const dedupeKeyFor = (mailingKey: string, receiverId: string) => `${mailingKey}:${receiverId}`
