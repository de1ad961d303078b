'use server'

import { refresh } from 'next/cache'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { readFields } from '@/app/read-form'
import type { MessageBulkState } from '@/components/organiser/message-bulk'
import { sendMessagesAgain, stopMessages } from '@/lib/messages/bulk'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { type AskedMessages, readAsked } from './read-asked'

/** The button beside a list of mails: stops them all, or sends them all once more. `asked` is the list, as its address says. */
export async function messageBulkAction(
  id: string,
  address: AskedMessages,
  _previous: MessageBulkState,
  form: FormData,
): Promise<MessageBulkState> {
  const asked = readAsked(address)
  const organiser = await requireOrganiser(routes.messages(String(id), asked))
  const { id: sessionId } = await sessionOr404(id)
  const { press, expected } = readFields(form, 'press', 'expected')
  const which = { ...asked, sessionId, expected: Number(expected) || 0 }
  const by = { now: clock.now(), organiserId: organiser.id }
  const state = press === 'stop' ? await stop() : await again()
  refresh()
  return state

  async function stop(): Promise<MessageBulkState> {
    const stopped = await stopMessages(which, by)
    return stopped.ok ? { status: 'stopped', count: stopped.value } : { status: 'refused' }
  }

  async function again(): Promise<MessageBulkState> {
    const sent = await sendMessagesAgain(which, by)
    return sent.ok ? { status: 'sent-again', ...sent.value } : { status: 'refused' }
  }
}
