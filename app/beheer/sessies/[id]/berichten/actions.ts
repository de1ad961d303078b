'use server'

import { refresh } from 'next/cache'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { resendMessages } from '@/lib/notifications/resend'
import { cancelMessages } from '@/lib/outbox/cancel'
import { routes } from '@/lib/platform/routes'
import type { BulkMessageState } from './_components/bulk-message-actions'
import { messageListQuery, parseMessageFilter } from './_lib/parse-message-filter'

/** Cancels or resends all mails of a filtered list. */
export const bulkMessageAction = adminAction(
  {
    params: [idOr404, parseMessageFilter],
    returnTo: (sessionId, filter) => routes.messages(sessionId, messageListQuery(filter)),
  },
  async ({ params: [sessionId, filter], intent, expected, actor }): Promise<BulkMessageState> => {
    await sessionOr404(sessionId)
    const selection = { ...filter, sessionId, expected: Number(expected) || 0 }
    const changed =
      intent === 'cancel' ? await cancelMessages(selection, actor) : await resendMessages(selection, actor)
    refresh()
    if (!changed.ok) return { status: 'refused', reason: 'list-changed', values: null }
    const { value } = changed
    return { status: 'done', result: typeof value === 'number' ? { cancelled: value } : value }
  },
)
