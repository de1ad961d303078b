'use server'

import { refresh } from 'next/cache'
import { lookMark } from '@/app/beheer/look-mark'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { MailPlanState } from '@/components/organiser/mail-plan-form'
import type { MailPlanView } from '@/components/organiser/mail-plan-look'
import { listDueAtOnce } from '@/lib/messages/due-at-once'
import { previewMail } from '@/lib/messages/preview'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { saveMailPlan } from '@/lib/sessions/mail-plan'
import { mailPlanSchema } from '@/lib/sessions/schema'

const boxes = ['remindWeekBefore', 'remindDayBefore', 'remindHourBefore', 'remindOrganisers'] as const

/** Keeps which mails go out by themselves; when that sends something at once, it is shown first. */
export async function mailPlanAction(id: string, _previous: MailPlanState, form: FormData): Promise<MailPlanState> {
  const organiser = await requireOrganiser(routes.mailPlan(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const values = readFields(form, ...boxes, 'thanksTo', 'materials', 'evaluationUrl')
  const parsed = mailPlanSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const plan = parsed.data

  const { press, seen, looked, expected } = readFields(form, 'press', 'seen', 'looked', 'expected')
  const now = clock.now()
  const due = await listDueAtOnce(
    sessionId,
    { ...plan, thanksTo: plan.thanksTo === 'nobody' ? null : plan.thanksTo },
    now,
  )
  if (due.length > 0) {
    if (press !== 'send') return await look(null)
    if (looked !== lookMark(plan)) return await look('edited')
    if (expected !== lookMark(due)) return await look('due-changed')
  }
  const saved = await saveMailPlan({ sessionId, plan, seen }, { now, organiserId: organiser.id })
  refresh()
  return saved.ok ? { status: 'saved' } : { status: 'refused', reason: saved.reason, values }

  async function look(because: MailPlanView['because']): Promise<MailPlanState> {
    const { materials, evaluationUrl } = plan
    const afterwards = { materials, evaluationUrl: evaluationUrl || null }
    const mails = due.map(async (mail) => ({
      ...mail,
      looks: await previewMail({ sessionId, kind: mail.kind, afterwards }, { now }),
    }))
    const view = { due: await Promise.all(mails), looked: lookMark(plan), expected: lookMark(due), because }
    return { status: 'look', values, look: view }
  }
}
