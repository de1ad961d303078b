import { z } from 'zod'
import { isPreviewParticipant } from '@/lib/notifications/queries'

/** The id, when it is of a registration for the session; else `null`, which previews a mail with sample data. */
export async function previewParticipantOrNull(sessionId: string, id: string): Promise<string | null> {
  const isKnown = z.guid().safeParse(id).success && (await isPreviewParticipant(sessionId, id))
  return isKnown ? id : null
}
