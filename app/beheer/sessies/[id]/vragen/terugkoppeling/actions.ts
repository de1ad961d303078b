'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewMail } from '@/lib/notifications/preview'
import { routes } from '@/lib/platform/routes'
import { listPendingResults, sendResults } from '@/lib/triage/results'
import { isOpenGuarantee, roundStatistics } from '@/lib/triage/rules'
import type { ResultsPreview, ResultsState } from './_components/result-notifications-form'
import { resultsDigest } from './_lib/results-digest'

type StaleReason = ResultsPreview['staleReason']
type PendingResults = Awaited<ReturnType<typeof listPendingResults>>

/**
 * Previews one of the mails that tell askers what was done with their questions. The intent `send` sends all these
 * mails, or shows a new preview if anything changed.
 */
export const resultNotificationsAction = adminAction(
  { params: [idOr404], returnTo: routes.resultNotifications },
  async ({ params: [sessionId], intent, form, previewed, expected, actor }): Promise<ResultsState> => {
    const values = readFields(form, 'answerId')
    const pending = await listPendingResults(sessionId)
    if (intent !== 'send') return await showPreview(pending, null)
    if (previewed !== resultsDigest(pending)) return await showPreview(pending, 'changed')
    const sent = await sendResults({ sessionId, expected: Number(expected) }, actor)
    if (sent.ok) redirect(routes.resultNotifications(sessionId))
    if (sent.reason !== 'recipients-changed') return { status: 'refused', reason: sent.reason, values }
    return await showPreview(await listPendingResults(sessionId), 'recipients-changed')

    async function showPreview(results: PendingResults, staleReason: StaleReason): Promise<ResultsState> {
      const shown = results.find(({ id }) => id === values.answerId) ?? results[0]
      if (!shown) return { status: 'refused', reason: 'nobody', values }
      const mail = { sessionId, kind: 'questionResult', registrationId: shown.registrationId } as const
      const preview = { ...summarise(results), mailPreview: await previewMail(mail, { now: actor.now }), staleReason }
      return { status: 'previewed', values: { answerId: shown.id }, preview }
    }
  },
)

function summarise(results: PendingResults) {
  const questions = results.map(({ triage, registration: { askedBeforeDeadline } }) => {
    return { state: triage?.state ?? ('new' as const), askedBeforeDeadline, hasOwnText: Boolean(triage?.resultText) }
  })
  return {
    states: roundStatistics(questions).states,
    customTexts: questions.filter(({ hasOwnText }) => hasOwnText).length,
    brokenGuarantees: questions.filter((question) => isOpenGuarantee(question) && !question.hasOwnText).length,
    digest: resultsDigest(results),
    expected: results.length,
  }
}
