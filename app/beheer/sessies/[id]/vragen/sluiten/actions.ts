'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readFields } from '@/app/read-form'
import type { CloseState } from '@/components/organiser/close-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { closeRound, reopenRound } from '@/lib/questions/round'
import { closeSchema } from '@/lib/questions/schema'

/** Closes the vragenronde, or opens it again. */
export async function closeAction(session: string, _previous: CloseState, form: FormData): Promise<CloseState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.closeRound(sessionId))
  const { press, why, expected, closing } = readFields(form, 'press', 'why', 'expected', 'closing')
  const values = { why }
  const parsed = closeSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const by = { now: clock.now(), organiserId: organiser.id }
  const done =
    press === 'reopen'
      ? await reopenRound({ sessionId, closingId: closing }, by)
      : await closeRound({ sessionId, ...parsed.data, expected: Number(expected) }, by)
  if (done.ok) redirect(routes.questions(sessionId))
  refresh()
  if (done.reason === 'why-missing') return { status: 'invalid', errors: { why: 'missing' }, values }
  return { status: 'refused', reason: done.reason, values }
}
