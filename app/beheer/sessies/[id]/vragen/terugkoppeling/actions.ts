'use server'

import { redirect } from 'next/navigation'
import { lookMark } from '@/app/beheer/look-mark'
import { idOr404 } from '@/app/beheer/read-params'
import { readFields } from '@/app/read-form'
import type { OutcomeState } from '@/components/organiser/outcome-form'
import { previewMail } from '@/lib/messages/preview'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listUntold, sendOutcomes } from '@/lib/questions/outcomes'
import { isOpenPromise } from '@/lib/questions/rules'
import { triageStates } from '@/lib/questions/schema'

type Untold = Awaited<ReturnType<typeof listUntold>>

/** What the two buttons do: look at one of the mails, and send what was looked at. */
export async function outcomeAction(session: string, _previous: OutcomeState, form: FormData): Promise<OutcomeState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.outcomes(sessionId))
  const { press, as, seen, expected } = readFields(form, 'press', 'as', 'seen', 'expected')
  const now = clock.now()
  const untold = await listUntold(sessionId)
  if (press !== 'send') return await lookAt(sessionId, untold, { as, now, because: null })
  if (seen !== markOf(untold)) return await lookAt(sessionId, untold, { as, now, because: 'changed' })
  const sent = await sendOutcomes({ sessionId, expected: Number(expected) }, { now, organiserId: organiser.id })
  if (sent.ok) redirect(routes.outcomes(sessionId))
  if (sent.reason !== 'recipients-changed') return { status: 'refused', reason: sent.reason }
  return await lookAt(sessionId, await listUntold(sessionId), { as, now, because: 'recipients-changed' })
}

type At = { as: string; now: Date; because: Extract<OutcomeState, { status: 'look' }>['because'] }

async function lookAt(sessionId: string, untold: Untold, { as, now, because }: At): Promise<OutcomeState> {
  const shown = untold.find(({ id }) => id === as) ?? untold[0]
  if (!shown) return { status: 'refused', reason: 'nobody' }
  const { registrationId } = shown
  const states = untold.map(({ triage }) => triage?.state ?? 'fresh')
  const look = {
    looks: await previewMail({ sessionId, kind: 'outcome', registrationId }, { now }),
    recipients: untold.length,
    states: triageStates
      .map((state) => ({ state, count: states.filter((each) => each === state).length }))
      .filter(({ count }) => count > 0),
    ownTexts: untold.filter(({ triage }) => triage?.outcomeText).length,
    broken: untold.filter((each) => isBroken(each)).length,
    seen: markOf(untold),
  }
  return { status: 'look', as: shown.id, look, because }
}

/** It was promised that this would be treated, it was not, and the asker reads no word why. */
function isBroken({ registration, triage }: Untold[number]): boolean {
  const { state = 'fresh', outcomeText = '' } = triage ?? {}
  return isOpenPromise({ inTime: registration.questionInTime, state }) && !outcomeText
}

/** Of all that the mails tell: when any of it changes they have to be looked at again. */
const markOf = (untold: Untold) => lookMark(untold.map(({ id, triage }) => [id, triage?.state, triage?.outcomeText]))
