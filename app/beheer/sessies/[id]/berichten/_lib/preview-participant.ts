import { z } from 'zod'
import { isPreviewParticipant } from '@/lib/notifications/queries'

/** Returns the id if it belongs to a registration of the session, else `null`: the preview then uses sample data. */
export async function previewParticipantOrNull(sessionId: string, id: string): Promise<string | null> {
  const isKnown = z.guid().safeParse(id).success && (await isPreviewParticipant(sessionId, id))
  return isKnown ? id : null
}
