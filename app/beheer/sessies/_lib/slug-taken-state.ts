import { suggestSlug } from '@/lib/sessions/queries'
import { resolveSlug } from '@/lib/sessions/slug'
import type { SessionFormState, SessionFormValues } from '../_components/session-form'

/** The `invalid` state for a taken slug, with a free slug filled in: a second press is enough. */
export async function slugTakenState(
  values: SessionFormValues,
  content: { slug: string; title: string },
  session: { startsAt: Date; sessionId?: string },
): Promise<SessionFormState> {
  const freeSlug = await suggestSlug({ wanted: resolveSlug(content), ...session })
  return { status: 'invalid', errors: { slug: 'slug-taken' }, values: { ...values, slug: freeSlug } }
}
