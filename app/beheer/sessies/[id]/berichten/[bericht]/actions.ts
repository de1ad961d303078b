'use server'

import { refresh } from 'next/cache'
import { idOr404 } from '@/app/beheer/read-params'
import { readFields } from '@/app/read-form'
import type { MessageActionState } from '@/components/organiser/message-actions'
import { sendAgain, stopMessage } from '@/lib/messages/commands'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** The two buttons beside a mail: once more, and stop. */
export async function messageAction(
  session: string,
  message: string,
  _previous: MessageActionState,
  form: FormData,
): Promise<MessageActionState> {
  const [sessionId, id] = [idOr404(String(session)), idOr404(String(message))]
  const organiser = await requireOrganiser(routes.message(sessionId, id))
  const { press, times } = readFields(form, 'press', 'times')
  const by = { now: clock.now(), organiserId: organiser.id }
  const result =
    press === 'stop'
      ? await stopMessage({ sessionId, id }, by)
      : await sendAgain({ sessionId, id, times: Number(times) || 0 }, by)
  refresh()
  if (!result.ok) return { status: 'refused', reason: result.reason }
  return { status: 'done', what: press === 'stop' ? 'stopped' : 'sent-again' }
}
