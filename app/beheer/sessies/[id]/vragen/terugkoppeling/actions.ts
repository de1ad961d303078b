'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import type { ResultNotificationsPreview } from '@/app/beheer/sessies/[id]/vragen/terugkoppeling/_components/result-notifications-form'
import { previewMail } from '@/lib/notifications/preview'
import { routes } from '@/lib/platform/routes'
import { listPendingResults, sendResults } from '@/lib/triage/results'
import { isOpenGuarantee } from '@/lib/triage/rules'
import { triageStates } from '@/lib/triage/schema'
import type { ResultNotificationsState } from './_components/result-notifications-form'

type PendingResults = Awaited<ReturnType<typeof listPendingResults>>

/** Previews one of the result mails, or sends what was previewed. */
export const resultNotificationsAction = adminAction(
  { params: [idOr404], returnTo: routes.resultNotifications },
  async ({ params: [sessionId], intent, form, previewed, expected, actor }): Promise<ResultNotificationsState> => {
    const values = readFields(form, 'as')
    const pending = await listPendingResults(sessionId)
    if (intent !== 'send') return await showPreview(pending, null)
    if (previewed !== digestOf(pending)) return await showPreview(pending, 'changed')
    const sent = await sendResults({ sessionId, expected: Number(expected) }, actor)
    if (sent.ok) redirect(routes.resultNotifications(sessionId))
    if (sent.reason !== 'recipients-changed') return { status: 'refused', reason: sent.reason, values }
    return await showPreview(await listPendingResults(sessionId), 'recipients-changed')

    async function showPreview(
      results: PendingResults,
      staleReason: ResultNotificationsPreview['staleReason'],
    ): Promise<ResultNotificationsState> {
      const shown = results.find(({ id }) => id === values.as) ?? results[0]
      if (!shown) return { status: 'refused', reason: 'nobody', values }
      const mail = { sessionId, kind: 'questionResult', registrationId: shown.registrationId } as const
      const preview = { ...summarise(results), mailPreview: await previewMail(mail, { now: actor.now }), staleReason }
      return { status: 'previewed', values: { as: shown.id }, preview }
    }
  },
)

function summarise(results: PendingResults) {
  const states = results.map(({ triage }) => triage?.state ?? 'new')
  return {
    states: triageStates
      .map((state) => ({ state, count: states.filter((each) => each === state).length }))
      .filter(({ count }) => count > 0),
    customTexts: results.filter(({ triage }) => triage?.resultText).length,
    brokenGuarantees: results.filter((each) => isBrokenGuarantee(each)).length,
    digest: digestOf(results),
    expected: results.length,
  }
}

/** Whether a question was promised a treatment and got none, and no text of its own says why. */
function isBrokenGuarantee({ registration, triage }: PendingResults[number]): boolean {
  const { state = 'new', resultText = '' } = triage ?? {}
  return isOpenGuarantee({ askedBeforeDeadline: registration.askedBeforeDeadline, state }) && !resultText
}

/** Changes with everything that the mails tell. */
const digestOf = (results: PendingResults) =>
  previewDigest(results.map(({ id, triage }) => [id, triage?.state, triage?.resultText]))
