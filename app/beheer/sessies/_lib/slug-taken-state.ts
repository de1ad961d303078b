import { suggestSlug } from '@/lib/sessions/queries'
import { resolveSlug } from '@/lib/sessions/slug'
import type { SessionFormState, SessionFormValues } from '../_components/session-form'

/** The form again, with a free address in the place of one that is taken: then the same button is enough. */
export async function slugTakenState(
  values: SessionFormValues,
  content: { slug: string; title: string },
  session: { startsAt: Date; sessionId?: string },
): Promise<SessionFormState> {
  const freeSlug = await suggestSlug({ wanted: resolveSlug(content), ...session })
  return { status: 'invalid', errors: { slug: 'slug-taken' }, values: { ...values, slug: freeSlug } }
}
