'use server'

import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { readFields } from '@/app/_lib/read-form-data'
import { adminFormAction, fields } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { latestVersion } from '@/app/beheer/sessies/[id]/vragen/[antwoord]/_lib/latest-version'
import { previewMail } from '@/lib/notifications/preview'
import { routes } from '@/lib/platform/routes'
import { recordClarification, requestClarification } from '@/lib/triage/clarification'
import { getAgendaQuestion } from '@/lib/triage/queries'
import { clarificationSchema, requestClarificationSchema } from '@/lib/triage/schema'
import type { RecordClarificationState } from './_components/record-clarification-form'
import type { RequestClarificationState } from './_components/request-clarification-form'

function readRequestForm(form: unknown) {
  const { ask, request } = readFields(form, 'ask', 'request')
  return { ask, request: z.guid().safeParse(request).data?.toLowerCase() ?? randomUUID() }
}

const parseChannel = (channel: unknown) => (channel === 'phone' ? 'phone' : 'email')

/** Mails the asker, records a phone call, or previews the mail. */
export const requestClarificationAction = adminFormAction(
  {
    params: [idOr404, idOr404, parseChannel],
    returnTo: (sessionId, answerId) => routes.clarification(sessionId, answerId),
    read: readRequestForm,
    schema: requestClarificationSchema,
  },
  async ({ params, input, values, intent, form, actor }): Promise<RequestClarificationState> => {
    const [sessionId, answerId, channel] = params
    if (intent === 'preview') {
      const question = (await getAgendaQuestion(sessionId, answerId)) ?? notFound()
      const mail = { sessionId, kind: 'clarification', registrationId: question.asker.id, ...input } as const
      return { status: 'previewed', values, preview: await previewMail(mail, { now: actor.now }) }
    }
    const previousRequests = Number(readFields(form, 'times').times) || 0
    const request = { sessionId, answerId, requestId: values.request, previousRequests, channel, ...input } as const
    const requested = await requestClarification(request, actor)
    refresh()
    return requested.ok ? { status: 'done', result: channel } : { status: 'refused', reason: requested.reason, values }
  },
)

/** Saves the clarification that an organiser got from the asker. */
export const recordClarificationAction = adminFormAction(
  {
    params: [idOr404, idOr404],
    returnTo: routes.clarification,
    read: fields('clarification', 'version'),
    schema: clarificationSchema,
  },
  async ({ params: [sessionId, answerId], input, values, actor }): Promise<RecordClarificationState> => {
    const text = input.clarification
    const saved = await recordClarification({ sessionId, answerId, version: Number(values.version) || 0, text }, actor)
    const version = await latestVersion(sessionId, answerId, values.version)
    refresh()
    return saved.ok
      ? { status: 'done', result: 'saved' }
      : { status: 'refused', reason: saved.reason, values: { ...values, version } }
  },
)
