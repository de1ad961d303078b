'use server'

import { redirect } from 'next/navigation'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readFields } from '@/app/read-form'
import type { ReleaseState } from '@/components/organiser/release-form'
import { sendTest } from '@/lib/messages/commands'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { releaseSession } from '@/lib/sessions/commands'
import { releaseSchema } from '@/lib/sessions/schema'

/** What the three buttons of the form do: show what was typed, mail it to the organiser, or release it. */
export async function releaseAction(id: string, _previous: ReleaseState, form: FormData): Promise<ReleaseState> {
  const sessionId = idOr404(String(id))
  const organiser = await requireOrganiser(routes.release(sessionId))
  const { onlineLink, agenda, after, press } = readFields(form, 'onlineLink', 'agenda', 'after', 'press')
  const values = { onlineLink, agenda }
  const parsed = releaseSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  if (press === 'preview') return { status: 'preview', values }

  const by = { now: clock.now(), organiserId: organiser.id }
  if (press === 'test') {
    await sendTest({ sessionId, kind: 'release', agenda: parsed.data.agenda }, by)
    return { status: 'tested', values }
  }
  const released = await releaseSession({ ...parsed.data, sessionId, after: Number(after) || 0 }, by)
  if (!released.ok) return { status: 'refused', reason: released.reason, values }
  redirect(routes.release(sessionId))
}
