'use server'

import { refresh } from 'next/cache'
import { readFields } from '@/app/_lib/read-form-data'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { resendMessages } from '@/lib/notifications/resend'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { cancelMessages } from '@/lib/outbox/cancel'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { BulkMessageState } from './_components/bulk-message-actions'
import { type MessageFilterParams, messageListQuery, parseMessageFilter } from './_lib/parse-message-filter'

/** The button beside a list of mails: stops them all, or sends them all once more. `asked` is the list, as its address says. */
export async function bulkMessageAction(
  id: string,
  filterParams: MessageFilterParams,
  _previous: BulkMessageState,
  form: FormData,
): Promise<BulkMessageState> {
  const filter = parseMessageFilter(filterParams)
  const organiser = await requireOrganiser(routes.messages(String(id), messageListQuery(filter)))
  const { id: sessionId } = await sessionOr404(id)
  const { intent, expected } = readFields(form, 'intent', 'expected')
  const selection = { ...filter, sessionId, expected: Number(expected) || 0 }
  const actor = { now: clock.now(), organiserId: organiser.id }
  const state = intent === 'cancel' ? await cancelAll() : await resendAll()
  refresh()
  return state

  async function cancelAll(): Promise<BulkMessageState> {
    const cancelled = await cancelMessages(selection, actor)
    return cancelled.ok ? { status: 'cancelled', count: cancelled.value } : { status: 'refused' }
  }

  async function resendAll(): Promise<BulkMessageState> {
    const resent = await resendMessages(selection, actor)
    return resent.ok ? { status: 'resent', ...resent.value } : { status: 'refused' }
  }
}
