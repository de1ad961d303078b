import { redirect } from 'next/navigation'
import type { SessionState } from '@/components/organiser/session-form'
import { routes } from '@/lib/platform/routes'
import { createSession } from '@/lib/sessions/edit'
import { readContentAndTimes } from './read-session-form'
import { withFreeSlug } from './with-free-slug'

type By = Parameters<typeof createSession>[1]

/** Makes a session of what was sent, from nothing or as a copy, and goes on to it; or gives the form again. */
export async function makeSession(form: FormData, copyOf: string | null, by: By): Promise<SessionState> {
  const read = readContentAndTimes(form, by.now)
  if (!read.ok) return read.state
  const { content, times, values } = read
  const made = await createSession({ content, times, copyOf }, by)
  if (made.ok) redirect(routes.editSession(made.value.id, copyOf ? 'copied' : 'created'))
  if (made.reason === 'slug-taken') return await withFreeSlug(values, content, times)
  return { status: 'refused', reason: made.reason, values, theirs: {} }
}
