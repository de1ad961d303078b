'use server'

import { refresh } from 'next/cache'
import { idOr404 } from '@/app/beheer/read-params'
import { readFields } from '@/app/read-form'
import type { MessageActionState } from '@/components/organiser/message-actions'
import { sendAgain, settleMessage, stopMessage } from '@/lib/messages/commands'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
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
  const result = await pressed()
  refresh()
  return result

  async function pressed(): Promise<MessageActionState> {
    if (press === 'stop') return told(await stopMessage({ sessionId, id }, by), 'stopped')
    if (press === 'settle') return told(await settleMessage({ sessionId, id }, by), 'settled')
    return told(await sendAgain({ sessionId, id, times: Number(times) || 0 }, by), 'sent-again')
  }
}

type Told = Exclude<MessageActionState, { status: 'idle' }>
type Outcome = Result<null, Extract<Told, { status: 'refused' }>['reason']>

function told(result: Outcome, what: Extract<Told, { status: 'done' }>['what']): MessageActionState {
  return result.ok ? { status: 'done', what } : { status: 'refused', reason: result.reason }
}
