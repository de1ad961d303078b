'use server'

import { refresh } from 'next/cache'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import type { CancelCustomMessageState } from '@/app/beheer/sessies/[id]/berichten/_components/bulk-message-actions'
import { cancelCustomMessage } from '@/lib/notifications/custom-messages'
import { routes } from '@/lib/platform/routes'

/** Cancels the mails of a custom message that are not sent yet. */
export const cancelCustomMessageAction = adminAction(
  { params: [idOr404, idOr404], returnTo: (sessionId, id) => routes.customMessage(sessionId, id) },
  async ({ params: [sessionId, customMessageId], actor }): Promise<CancelCustomMessageState> => {
    const cancelled = await cancelCustomMessage({ sessionId, customMessageId }, actor)
    refresh()
    return { status: 'done', result: { cancelled } }
  },
)
