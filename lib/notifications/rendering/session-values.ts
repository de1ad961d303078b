import { sessionName } from '@/emails/parts/one-line'
import { longDate, timeRange } from '@/lib/platform/time'
import type { Placeholder } from '../schema'

type SessionFields = { title: string; startsAt: Date; endsAt: Date; organisedBy: string; contactName: string }

/** Values of the placeholders that are about the session. */
export function sessionValues(session: SessionFields): Record<Exclude<Placeholder, 'naam' | 'gemeente'>, string> {
  return {
    kennissessie: sessionName(session.title),
    datum: longDate(session.startsAt),
    tijd: timeRange(session.startsAt, session.endsAt),
    organisator: session.organisedBy,
    contact: session.contactName,
  }
}
