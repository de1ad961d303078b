import { redirect } from 'next/navigation'
import { routes } from '@/lib/platform/routes'
import { createSession } from '@/lib/sessions/details'
import type { SessionFormState } from '../_components/session-form'
import { parseContentAndTimes } from './parse-session-form'
import { slugTakenState } from './slug-taken-state'

type Actor = Parameters<typeof createSession>[1]

/** Creates a session from a form, empty or as a copy of another session, and redirects to it. */
export async function createSessionFromForm(
  form: unknown,
  copyOf: string | null,
  actor: Actor,
): Promise<SessionFormState> {
  const parsed = parseContentAndTimes(form, actor.now)
  if (!parsed.ok) return parsed.state
  const { content, times, values } = parsed
  const created = await createSession({ details: content, times, copyOf }, actor)
  if (created.ok) redirect(routes.editSession(created.value.id, copyOf ? 'copied' : 'created'))
  if (created.reason === 'slug-taken') return await slugTakenState(values, content, times)
  return { status: 'refused', reason: { code: created.reason, colleagueTexts: {} }, values }
}
