'use server'

import { refresh } from 'next/cache'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { cancelCustomMessage } from '@/lib/notifications/custom-messages'
import { resendMessage, resendMessages } from '@/lib/notifications/resend'
import { cancelMessage, cancelMessages, dismissFailure } from '@/lib/outbox/cancel'
import { routes } from '@/lib/platform/routes'
import type { BulkMessageState, MessageActionState } from './_components/message-actions'
import { messageListQuery, parseMessageFilter } from './_lib/parse-message-filter'

/** Cancels or resends the mails that match a filter. Refuses with `list-changed` if more match than the page showed. */
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

/** Cancels the unsent mails of a custom message and returns how many. A mail that is being sent still arrives. */
export const cancelCustomMessageAction = adminAction(
  { params: [idOr404, idOr404], returnTo: (sessionId, id) => routes.customMessage(sessionId, id) },
  async ({ params: [sessionId, customMessageId], actor }): Promise<BulkMessageState> => {
    const cancelled = await cancelCustomMessage({ sessionId, customMessageId }, actor)
    refresh()
    return { status: 'done', result: { cancelled } }
  },
)

/** Cancels a mail, dismisses its failure, or resends it, depending on the pressed button (`intent`). */
export const messageAction = adminAction(
  { params: [idOr404, idOr404], returnTo: routes.message },
  async ({ params: [sessionId, id], intent, form, actor }): Promise<MessageActionState> => {
    const resendCount = Number(readFields(form, 'times').times) || 0
    const commands = {
      cancel: () => cancelMessage({ sessionId, id }, actor),
      dismiss: () => dismissFailure({ sessionId, id }, actor),
      resend: () => resendMessage({ sessionId, id, resendCount }, actor),
    }
    const command = intent === 'cancel' || intent === 'dismiss' ? intent : 'resend'
    const result = await commands[command]()
    refresh()
    return result.ok ? { status: 'done', result: command } : { status: 'refused', reason: result.reason, values: null }
  },
)
