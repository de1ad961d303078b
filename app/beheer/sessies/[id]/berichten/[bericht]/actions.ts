'use server'

import { refresh } from 'next/cache'
import { readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { resendMessage } from '@/lib/notifications/resend'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { cancelMessage, dismissFailure } from '@/lib/outbox/cancel'
import { clock } from '@/lib/platform/clock'
import type { Result } from '@/lib/platform/result'
import { routes } from '@/lib/platform/routes'
import type { MessageActionState } from './_components/message-actions'

/** The two buttons beside a mail: once more, and stop. */
export async function messageAction(
  session: string,
  message: string,
  _previous: MessageActionState,
  form: FormData,
): Promise<MessageActionState> {
  const [sessionId, id] = [idOr404(String(session)), idOr404(String(message))]
  const organiser = await requireOrganiser(routes.message(sessionId, id))
  const { intent, times } = readFields(form, 'intent', 'times')
  const actor = { now: clock.now(), organiserId: organiser.id }
  const result = await runIntent()
  refresh()
  return result

  async function runIntent(): Promise<MessageActionState> {
    if (intent === 'cancel') return toActionState(await cancelMessage({ sessionId, id }, actor), 'cancelled')
    if (intent === 'dismiss') return toActionState(await dismissFailure({ sessionId, id }, actor), 'dismissed')
    return toActionState(await resendMessage({ sessionId, id, resendCount: Number(times) || 0 }, actor), 'resent')
  }
}

type FinishedState = Exclude<MessageActionState, { status: 'idle' }>
type CommandResult = Result<null, Extract<FinishedState, { status: 'refused' }>['reason']>

function toActionState(
  result: CommandResult,
  change: Extract<FinishedState, { status: 'done' }>['change'],
): MessageActionState {
  return result.ok ? { status: 'done', change } : { status: 'refused', reason: result.reason }
}
