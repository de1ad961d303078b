'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { previewMail } from '@/lib/notifications/preview'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { listPendingResults, sendResults } from '@/lib/triage/results'
import { isOpenGuarantee } from '@/lib/triage/rules'
import { triageStates } from '@/lib/triage/schema'
import type { ResultNotificationsState } from './_components/result-notifications-form'

type PendingResults = Awaited<ReturnType<typeof listPendingResults>>

/** What the two buttons do: look at one of the mails, and send what was looked at. */
export async function resultNotificationsAction(
  session: string,
  _previous: ResultNotificationsState,
  form: FormData,
): Promise<ResultNotificationsState> {
  const sessionId = idOr404(String(session))
  const organiser = await requireOrganiser(routes.resultNotifications(sessionId))
  const { intent, as, seen, expected } = readFields(form, 'intent', 'as', 'seen', 'expected')
  const now = clock.now()
  const pending = await listPendingResults(sessionId)
  if (intent !== 'send') return await showPreview(sessionId, pending, { questionId: as, now, staleReason: null })
  if (seen !== previewDigestOf(pending))
    return await showPreview(sessionId, pending, { questionId: as, now, staleReason: 'changed' })
  const sent = await sendResults({ sessionId, expected: Number(expected) }, { now, organiserId: organiser.id })
  if (sent.ok) redirect(routes.resultNotifications(sessionId))
  if (sent.reason !== 'recipients-changed') return { status: 'refused', reason: sent.reason }
  return await showPreview(sessionId, await listPendingResults(sessionId), {
    questionId: as,
    now,
    staleReason: 'recipients-changed',
  })
}

type PreviewOptions = {
  questionId: string
  now: Date
  staleReason: Extract<ResultNotificationsState, { status: 'previewed' }>['staleReason']
}

async function showPreview(
  sessionId: string,
  pending: PendingResults,
  { questionId, now, staleReason }: PreviewOptions,
): Promise<ResultNotificationsState> {
  const shown = pending.find(({ id }) => id === questionId) ?? pending[0]
  if (!shown) return { status: 'refused', reason: 'nobody' }
  const { registrationId } = shown
  const states = pending.map(({ triage }) => triage?.state ?? 'new')
  const preview = {
    mailPreview: await previewMail({ sessionId, kind: 'outcome', registrationId }, { now }),
    recipients: pending.length,
    states: triageStates
      .map((state) => ({ state, count: states.filter((each) => each === state).length }))
      .filter(({ count }) => count > 0),
    customTexts: pending.filter(({ triage }) => triage?.resultText).length,
    brokenGuarantees: pending.filter((each) => isBrokenGuarantee(each)).length,
    previewDigest: previewDigestOf(pending),
  }
  return { status: 'previewed', previewedQuestionId: shown.id, preview, staleReason }
}

/** It was promised that this would be treated, it was not, and the asker reads no word why. */
function isBrokenGuarantee({ registration, triage }: PendingResults[number]): boolean {
  const { state = 'new', resultText = '' } = triage ?? {}
  return isOpenGuarantee({ askedBeforeDeadline: registration.askedBeforeDeadline, state }) && !resultText
}

/** Of all that the mails tell: when any of it changes they have to be looked at again. */
const previewDigestOf = (pending: PendingResults) =>
  previewDigest(pending.map(({ id, triage }) => [id, triage?.state, triage?.resultText]))
