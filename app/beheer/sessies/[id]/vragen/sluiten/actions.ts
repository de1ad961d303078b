'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { routes } from '@/lib/platform/routes'
import { closeRound, reopenRound } from '@/lib/triage/round'
import { closeRoundSchema } from '@/lib/triage/schema'
import type { CloseRoundState } from './_components/close-round-form'

/**
 * Closes the triage round; the intent `reopen` reopens it. Closing requires an explanation when questions asked before
 * the question deadline are not in the programme.
 */
export const closeRoundAction = adminFormAction(
  { params: [idOr404], returnTo: routes.closeTriageRound, read: fields('explanation'), schema: closeRoundSchema },
  async ({ params: [sessionId], input, values, intent, form, expected, actor }): Promise<CloseRoundState> => {
    const result =
      intent === 'reopen'
        ? await reopenRound({ sessionId, ...readFields(form, 'roundId') }, actor)
        : await closeRound({ sessionId, ...input, expected: Number(expected) }, actor)
    if (result.ok) redirect(routes.agendaQuestions(sessionId))
    refresh()
    return result.reason === 'explanation-missing'
      ? { status: 'invalid', errors: { explanation: 'missing' }, values }
      : { status: 'refused', reason: result.reason, values }
  },
)
