/** The address as it is compared: case and spaces aside, so that one person is not signed up twice. */
export function emailKey(email: string): string {
  return email.replace(/\s+/g, '').toLowerCase()
}

/** Somebody who signs up again hears so by mail, but not more often than this. */
export const hoursBetweenAlreadyRegisteredMails = 1

/** Whether that mail may go out at `now`, given when the last one was written. */
export function mayMailAlreadyRegistered(lastMailAt: Date | null, now: Date): boolean {
  return !lastMailAt || now.getTime() - lastMailAt.getTime() >= hoursBetweenAlreadyRegisteredMails * 60 * 60 * 1000
}
