'use server'

import { refresh } from 'next/cache'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { resendMessage } from '@/lib/notifications/resend'
import { cancelMessage, dismissFailure } from '@/lib/outbox/cancel'
import { routes } from '@/lib/platform/routes'
import type { MessageActionState } from './_components/message-actions'

/** Cancels a mail, dismisses its failure, or resends it. */
export const messageAction = adminAction(
  { params: [idOr404, idOr404], returnTo: routes.message },
  async ({ params: [sessionId, id], intent, form, actor }): Promise<MessageActionState> => {
    const { times } = readFields(form, 'times')
    const intents = {
      cancel: { run: () => cancelMessage({ sessionId, id }, actor), change: 'cancelled' },
      dismiss: { run: () => dismissFailure({ sessionId, id }, actor), change: 'dismissed' },
      resend: {
        run: () => resendMessage({ sessionId, id, resendCount: Number(times) || 0 }, actor),
        change: 'resent',
      },
    } as const
    const { run, change } = intents[intent === 'cancel' || intent === 'dismiss' ? intent : 'resend']
    const result = await run()
    refresh()
    return result.ok ? { status: 'done', result: change } : { status: 'refused', reason: result.reason, values: null }
  },
)
