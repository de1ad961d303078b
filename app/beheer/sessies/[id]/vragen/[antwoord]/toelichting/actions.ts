'use server'

import { randomUUID } from 'node:crypto'
import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readFields } from '@/app/read-form'
import type { AskState } from '@/components/organiser/ask-form'
import type { ToldState } from '@/components/organiser/told-form'
import { previewMail } from '@/lib/messages/preview'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { askClarification, saveClarification } from '@/lib/questions/clarification'
import { getQuestion } from '@/lib/questions/queries'
import { askSchema, clarificationSchema } from '@/lib/questions/schema'

/** Mails the asker, notes a call, or shows the mail. */
export async function askAction(
  session: string,
  answer: string,
  sent: string,
  _previous: AskState,
  form: FormData,
): Promise<AskState> {
  const [sessionId, answerId] = [idOr404(String(session)), idOr404(String(answer))]
  const organiser = await requireOrganiser(routes.clarification(sessionId, answerId))
  const { press, ask, request, times } = readFields(form, 'press', 'ask', 'request', 'times')
  const values = { ask, request: z.guid().safeParse(request).data?.toLowerCase() ?? randomUUID() }
  const parsed = askSchema.safeParse({ ask })
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const now = clock.now()
  if (press === 'look') {
    const question = (await getQuestion(sessionId, answerId)) ?? notFound()
    const sample = { sessionId, kind: 'clarification', registrationId: question.asker.id, ...parsed.data } as const
    return { status: 'look', values, looks: await previewMail(sample, { now }) }
  }
  const way = sent === 'phone' ? 'phone' : 'email'
  const asked = await askClarification(
    { sessionId, answerId, requestId: values.request, times: Number(times) || 0, way, ...parsed.data },
    { now, organiserId: organiser.id },
  )
  refresh()
  return asked.ok ? { status: 'done', way } : { status: 'refused', reason: asked.reason, values }
}

/** Keeps what the asker told. */
export async function toldAction(
  session: string,
  answer: string,
  _previous: ToldState,
  form: FormData,
): Promise<ToldState> {
  const [sessionId, answerId] = [idOr404(String(session)), idOr404(String(answer))]
  const organiser = await requireOrganiser(routes.clarification(sessionId, answerId))
  const values = readFields(form, 'clarification', 'version')
  const parsed = clarificationSchema.safeParse(values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const { clarification: text } = parsed.data
  const saved = await saveClarification(
    { sessionId, answerId, version: Number(values.version) || 0, text },
    { now: clock.now(), organiserId: organiser.id },
  )
  const version = String((await getQuestion(sessionId, answerId))?.version ?? values.version)
  refresh()
  return saved.ok ? { status: 'saved' } : { status: 'refused', reason: saved.reason, values: { ...values, version } }
}
