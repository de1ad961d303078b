'use server'

import { redirect } from 'next/navigation'
import { readContent } from '@/app/beheer/sessies/read-session-form'
import { withFreeSlug } from '@/app/beheer/sessies/with-free-slug'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import type { SessionState } from '@/components/organiser/session-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { saveSession } from '@/lib/sessions/edit'
import { getSessionToEdit } from '@/lib/sessions/queries'
import { contentFields, type SessionContent } from '@/lib/sessions/schema-content'

/** Saves the texts, unless a colleague did so since the form was opened. */
export async function saveSessionAction(id: string, _previous: SessionState, form: FormData): Promise<SessionState> {
  const organiser = await requireOrganiser(routes.editTexts(String(id)))
  const { id: sessionId, startsAt } = await sessionOr404(id)
  const read = readContent(form)
  if (!read.ok) return read.state
  const { content, values } = read
  const saved = await saveSession(
    { sessionId, content, version: Number(values.version) },
    { now: clock.now(), organiserId: organiser.id },
  )
  if (saved.ok) redirect(routes.editSession(sessionId, 'saved'))
  if (saved.reason === 'slug-taken') return await withFreeSlug(values, content, { startsAt, sessionId })
  return await refuse(saved.reason, sessionId, { content, values })
}

/** What was typed now stands over what the colleague saved, which is shown beside it. */
async function refuse(
  reason: 'unknown-session' | 'changed-meanwhile',
  sessionId: string,
  { content, values }: { content: SessionContent; values: Extract<SessionState, { status: 'refused' }>['values'] },
): Promise<SessionState> {
  const session = await getSessionToEdit(sessionId)
  if (!session) return { status: 'refused', reason, values, theirs: {} }
  const differing = contentFields.filter((field) => session[field] !== (content[field] || session[field]))
  const theirs = Object.fromEntries(differing.map((field) => [field, session[field]]))
  return { status: 'refused', reason, values: { ...values, version: String(session.version) }, theirs }
}
