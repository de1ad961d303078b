import type { SessionState, SessionValues } from '@/components/organiser/session-form'
import { suggestSlug } from '@/lib/sessions/queries'
import { slugOf } from '@/lib/sessions/rules'

/** The form again, with a free address in the place of one that is taken: then the same button is enough. */
export async function withFreeSlug(
  values: SessionValues,
  content: { slug: string; title: string },
  whom: { startsAt: Date; sessionId?: string },
): Promise<SessionState> {
  const free = await suggestSlug({ wanted: slugOf(content), ...whom })
  return { status: 'invalid', errors: { slug: 'slug-taken' }, values: { ...values, slug: free } }
}
