'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { closeRound, reopenRound } from '@/lib/triage/round'
import { closeRoundSchema } from '@/lib/triage/schema'
import type { CloseRoundState } from './_components/close-round-form'

/** Closes the vragenronde, or opens it again. */
export async function closeRoundAction(
  session: string,
  _previous: CloseRoundState,
  form: FormData,
): Promise<CloseRoundState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.closeTriageRound(sessionId))
  const { intent, why, expected, closing } = readFields(form, 'intent', 'why', 'expected', 'closing')
  const values = { why }
  const parsed = closeRoundSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const actor = { now: clock.now(), organiserId: organiser.id }
  const result =
    intent === 'reopen'
      ? await reopenRound({ sessionId, roundId: closing }, actor)
      : await closeRound({ sessionId, explanation: parsed.data.why, expected: Number(expected) }, actor)
  if (result.ok) redirect(routes.agendaQuestions(sessionId))
  refresh()
  if (result.reason === 'explanation-missing') return { status: 'invalid', errors: { why: 'missing' }, values }
  return { status: 'refused', reason: result.reason, values }
}
