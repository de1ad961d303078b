import { db } from '@/lib/db/client'
import type { MessageKind } from '@/lib/outbox/schema'
import { findDatedFragments } from './dated-fragments'
import { type DetailsField, detailsFields } from './details-schema'
import { getLatestRelease, getSessionToEdit } from './queries'

/** Where an organiser edits a text of a session. */
export type TextSource =
  | { type: 'details'; field: DetailsField }
  | { type: 'question'; id: string; label: string }
  | { type: 'mail'; kind: MessageKind }
  | { type: 'materials' }
  | { type: 'agenda' }

/** The dates, days of the week, times and links in one text of a session, as typed, and where that text is edited. */
export type DatedText = { source: TextSource; fragments: string[] }

/** Fields of the session details that are not searched for dates, because they hold no sentences. */
const addresses: DetailsField[] = ['slug', 'contactEmail']

/**
 * Returns the texts of a session in which an organiser typed a date, a day, a time or a link. Copying or rescheduling the
 * session does not update these words. With `copied`, returns only the texts that a copy of the session also gets.
 */
export async function listDatedTexts(sessionId: string, { copied = false } = {}): Promise<DatedText[]> {
  const orderBy = { kind: 'asc' } as const
  const [session, mails, settings, release] = await Promise.all([
    getSessionToEdit(sessionId),
    db().templateOverride.findMany({ where: { sessionId }, orderBy }),
    copied ? null : db().notificationSettings.findUnique({ where: { sessionId }, select: { materials: true } }),
    copied ? null : getLatestRelease(sessionId),
  ])
  if (!session) return []
  const textFields = detailsFields.filter((field) => !addresses.includes(field))
  const texts: { source: TextSource; text: string }[] = [
    ...textFields.map((field) => ({ source: { type: 'details' as const, field }, text: session[field] })),
    ...session.questions.map(({ id, label, hint, options }) => {
      return { source: { type: 'question' as const, id, label }, text: [label, hint, ...options].join('\n') }
    }),
    ...mails.map(({ kind, subject, text }) => ({
      source: { type: 'mail' as const, kind },
      text: `${subject}\n${text}`,
    })),
    { source: { type: 'materials' }, text: settings?.materials ?? '' },
    { source: { type: 'agenda' }, text: release?.agenda ?? '' },
  ]
  return texts
    .map(({ source, text }) => ({ source, fragments: findDatedFragments(text) }))
    .filter(({ fragments }) => fragments.length > 0)
}
