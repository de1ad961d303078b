'use server'

import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { firstIssueByField, readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewMail } from '@/lib/notifications/preview'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { recordClarification, requestClarification } from '@/lib/triage/clarification'
import { getAgendaQuestion } from '@/lib/triage/queries'
import { clarificationSchema, requestClarificationSchema } from '@/lib/triage/schema'
import type { RecordClarificationState } from './_components/record-clarification-form'
import type { RequestClarificationState } from './_components/request-clarification-form'

/** Mails the asker, notes a call, or shows the mail. */
export async function requestClarificationAction(
  session: string,
  answer: string,
  channelParam: string,
  _previous: RequestClarificationState,
  form: FormData,
): Promise<RequestClarificationState> {
  const [sessionId, answerId] = [idOr404(String(session)), idOr404(String(answer))]
  const organiser = await requireOrganiser(routes.clarification(sessionId, answerId))
  const { intent, ask, request, times } = readFields(form, 'intent', 'ask', 'request', 'times')
  const values = { ask, request: z.guid().safeParse(request).data?.toLowerCase() ?? randomUUID() }
  const parsed = requestClarificationSchema.safeParse({ ask })
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }

  const now = clock.now()
  if (intent === 'preview') {
    const question = (await getAgendaQuestion(sessionId, answerId)) ?? notFound()
    const sample = { sessionId, kind: 'clarification', registrationId: question.asker.id, ...parsed.data } as const
    return { status: 'previewed', values, mailPreview: await previewMail(sample, { now }) }
  }
  const channel = channelParam === 'phone' ? 'phone' : 'email'
  const requested = await requestClarification(
    { sessionId, answerId, requestId: values.request, previousRequests: Number(times) || 0, channel, ...parsed.data },
    { now, organiserId: organiser.id },
  )
  refresh()
  return requested.ok ? { status: 'done', channel } : { status: 'refused', reason: requested.reason, values }
}

/** Keeps what the asker told. */
export async function recordClarificationAction(
  session: string,
  answer: string,
  _previous: RecordClarificationState,
  form: FormData,
): Promise<RecordClarificationState> {
  const [sessionId, answerId] = [idOr404(String(session)), idOr404(String(answer))]
  const organiser = await requireOrganiser(routes.clarification(sessionId, answerId))
  const values = readFields(form, 'clarification', 'version')
  const parsed = clarificationSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstIssueByField(parsed.error), values }
  const { clarification: text } = parsed.data
  const saved = await recordClarification(
    { sessionId, answerId, version: Number(values.version) || 0, text },
    { now: clock.now(), organiserId: organiser.id },
  )
  const version = String((await getAgendaQuestion(sessionId, answerId))?.version ?? values.version)
  refresh()
  return saved.ok ? { status: 'saved' } : { status: 'refused', reason: saved.reason, values: { ...values, version } }
}
