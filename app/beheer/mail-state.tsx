import { MailTrouble } from '@/components/organiser/mail-trouble'
import { getMailPause, getOldestUnsentAt } from '@/lib/messages/trouble'

/** Whether mail goes out as it should, on every page of the desk that is about mail; nothing when it does. */
export async function MailState({ now }: { now: Date }) {
  const [pause, unsentSince] = await Promise.all([getMailPause(), getOldestUnsentAt()])
  return <MailTrouble pause={pause} unsentSince={unsentSince} now={now} />
}
