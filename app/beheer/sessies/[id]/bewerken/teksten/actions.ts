'use server'

import { redirect } from 'next/navigation'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import type { SessionFormState } from '@/app/beheer/sessies/_components/session-form'
import { parseContent } from '@/app/beheer/sessies/_lib/parse-session-form'
import { slugTakenState } from '@/app/beheer/sessies/_lib/slug-taken-state'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { saveSession } from '@/lib/sessions/details'
import { detailsFields, type SessionDetails } from '@/lib/sessions/details-schema'
import { getSessionToEdit } from '@/lib/sessions/queries'

/** Saves the texts, unless a colleague did so since the form was opened. */
export async function saveSessionAction(
  id: string,
  _previous: SessionFormState,
  form: FormData,
): Promise<SessionFormState> {
  const organiser = await requireOrganiser(routes.editSessionContent(String(id)))
  const { id: sessionId, startsAt } = await sessionOr404(id)
  const parsed = parseContent(form)
  if (!parsed.ok) return parsed.state
  const { content, values } = parsed
  const saved = await saveSession(
    { sessionId, details: content, version: Number(values.version) },
    { now: clock.now(), organiserId: organiser.id },
  )
  if (saved.ok) redirect(routes.editSession(sessionId, 'saved'))
  if (saved.reason === 'slug-taken') return await slugTakenState(values, content, { startsAt, sessionId })
  return await refusedState(saved.reason, sessionId, { content, values })
}

/** What was typed now stands over what the colleague saved, which is shown beside it. */
async function refusedState(
  reason: 'unknown-session' | 'changed-meanwhile',
  sessionId: string,
  { content, values }: { content: SessionDetails; values: Extract<SessionFormState, { status: 'refused' }>['values'] },
): Promise<SessionFormState> {
  const session = await getSessionToEdit(sessionId)
  if (!session) return { status: 'refused', reason, values, colleagueTexts: {} }
  const differing = detailsFields.filter((field) => session[field] !== (content[field] || session[field]))
  const colleagueTexts = Object.fromEntries(differing.map((field) => [field, session[field]]))
  return { status: 'refused', reason, values: { ...values, version: String(session.version) }, colleagueTexts }
}
