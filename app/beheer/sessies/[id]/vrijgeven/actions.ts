'use server'

import { redirect } from 'next/navigation'
import { lookMark } from '@/app/beheer/look-mark'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { ReleaseState } from '@/components/organiser/release-form'
import type { ReleaseView } from '@/components/organiser/release-look'
import { sendTest } from '@/lib/messages/commands'
import { previewMail } from '@/lib/messages/preview'
import { getRecipientCount } from '@/lib/messages/queries'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { releaseSession } from '@/lib/sessions/commands'
import { getLatestRelease } from '@/lib/sessions/queries'
import { whyNotRelease } from '@/lib/sessions/rules'
import { releaseSchema } from '@/lib/sessions/schema'

/** What the three buttons of the form do: show what would happen, mail it to the organiser, or do what was shown. */
export async function releaseAction(id: string, _previous: ReleaseState, form: FormData): Promise<ReleaseState> {
  const organiser = await requireOrganiser(routes.release(String(id)))
  const session = await sessionOr404(id)
  const { press, looked, expected } = readFields(form, 'press', 'looked', 'expected')
  const values = readFields(form, 'onlineLink', 'agenda', 'after')
  const parsed = releaseSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const asked = { ...parsed.data, after: Number(values.after) || 0 }

  const by = { now: clock.now(), organiserId: organiser.id }
  const latest = await getLatestRelease(session.id)
  const mail = { sessionId: session.id, agenda: asked.agenda, ...kindOfMail() }
  if (press === 'test') {
    await sendTest(mail, by)
    return { status: 'tested', values }
  }
  if (press !== 'release' || looked !== lookMark(asked)) {
    const reason = whyNotRelease({ session, latest, asked }, by.now)
    return reason ? { status: 'refused', reason, values } : await look(press === 'release' ? 'edited' : null)
  }
  const released = await releaseSession({ ...asked, sessionId: session.id, expected: Number(expected) }, by)
  if (released.ok) redirect(routes.release(session.id, released.value.number))
  if (released.reason === 'recipients-changed') return await look(released.reason)
  return { status: 'refused', reason: released.reason, values }

  /** After the first release it is a correction, and the mail says what changed. */
  function kindOfMail() {
    if (!latest) return { kind: 'release' } as const
    const linkChanged = latest.onlineLink !== asked.onlineLink
    const agendaChanged = latest.agenda !== asked.agenda
    return { kind: 'changed', correction: { linkChanged, agendaChanged } } as const
  }

  async function look(because: ReleaseView['because']): Promise<ReleaseState> {
    const [recipients, looks] = await Promise.all([getRecipientCount(session.id), previewMail(mail, by)])
    const { onlineLink } = asked
    const view = { onlineLink, corrects: latest !== null, recipients, looks, looked: lookMark(asked), because }
    return { status: 'look', values, look: view }
  }
}
