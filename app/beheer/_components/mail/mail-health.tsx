import { getMailPause, getOldestUnsentAt } from '@/lib/outbox/delivery-health'
import { MailHealthCallout } from './mail-health-callout'

/** Whether mail goes out as it should, on every page of the desk that is about mail; nothing when it does. */
export async function MailHealth({ now }: { now: Date }) {
  const [pause, unsentSince] = await Promise.all([getMailPause(), getOldestUnsentAt()])
  return <MailHealthCallout pause={pause} unsentSince={unsentSince} now={now} />
}
