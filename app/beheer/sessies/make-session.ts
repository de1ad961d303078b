import { redirect } from 'next/navigation'
import type { SessionState } from '@/components/organiser/session-form'
import { routes } from '@/lib/platform/routes'
import { createSession } from '@/lib/sessions/edit'
import { slugFrom, slugWithMonth } from '@/lib/sessions/rules'
import { readContentAndTimes } from './read-session-form'

type By = Parameters<typeof createSession>[1]

/** Makes a session of what was sent, from nothing or as a copy, and goes on to it; or gives the form again. */
export async function makeSession(form: FormData, copyOf: string | null, by: By): Promise<SessionState> {
  const read = readContentAndTimes(form)
  if (!read.ok) return read.state
  const { content, times, values } = read
  const made = await createSession({ content, times, copyOf }, by)
  if (made.ok) redirect(routes.editSession(made.value.id, 'created'))
  if (made.reason === 'slug-taken') {
    // One that was made from the title is shown with the month behind it: then the same button is enough.
    const slug = content.slug || slugWithMonth(slugFrom(content.title), times.startsAt)
    return { status: 'invalid', errors: { slug: 'slug-taken' }, values: { ...values, slug } }
  }
  return { status: 'refused', reason: made.reason, values, theirs: {} }
}
