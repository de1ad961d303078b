'use server'

import { refresh } from 'next/cache'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readFields } from '@/app/read-form'
import type { MailPlanState } from '@/components/organiser/mail-plan-form'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { saveMailPlan } from '@/lib/sessions/commands'
import { mailPlanSchema } from '@/lib/sessions/schema'

/** Keeps which mails go out by themselves. */
export async function mailPlanAction(id: string, _previous: MailPlanState, form: FormData): Promise<MailPlanState> {
  const sessionId = idOr404(String(id))
  const organiser = await requireOrganiser(routes.mailPlan(sessionId))
  const values = readFields(
    form,
    'remindWeekBefore',
    'remindDayBefore',
    'remindHourBefore',
    'remindOrganisers',
    'thanksTo',
    'materials',
    'evaluationUrl',
  )
  const parsed = mailPlanSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const saved = await saveMailPlan(sessionId, parsed.data, { now: clock.now(), organiserId: organiser.id })
  refresh()
  return saved.ok ? { status: 'saved' } : { status: 'refused', reason: saved.reason, values }
}
