/**
 * Each function returns the start of the dedupe keys of one mailing (the same mail to many receivers). A colon and the id
 * of the receiver follow, so that nobody gets that mail twice. Stored messages hold these keys, so a key must never
 * change.
 */
export const mailingKeys = {
  release: (sessionId: string, number: number) => `release:${sessionId}:${number}`,
  changeNotice: (sessionId: string, calendarSequence: number) => `changed:${sessionId}:${calendarSequence}`,
  sessionCancelled: (sessionId: string) => `session-cancelled:${sessionId}`,
  customMessage: (customMessageId: string) => `letter:${customMessageId}`,
  /** Without `dueAt`, each receiver gets this mail once per session, even if the session is rescheduled. */
  scheduled: (sessionId: string, kindSlug: string, dueAt?: Date) =>
    `planned:${sessionId}:${kindSlug}${dueAt ? `@${dueAt.toISOString()}` : ''}`,
}

/** Returns the dedupe key of a mailing for one receiver: a registration or an organiser. */
export const dedupeKeyFor = (mailingKey: string, receiverId: string) => `${mailingKey}:${receiverId}`
