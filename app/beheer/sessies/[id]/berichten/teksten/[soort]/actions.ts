'use server'

import { refresh } from 'next/cache'
import { notFound } from 'next/navigation'
import { z } from 'zod'
import { idOr404 } from '@/app/beheer/read-params'
import { firstReasons, readFields } from '@/app/read-form'
import type { MailTextState } from '@/components/organiser/mail-text-form'
import { sendTest } from '@/lib/messages/commands'
import { previewMail } from '@/lib/messages/preview'
import { isPreviewParticipant } from '@/lib/messages/queries'
import { adaptableKindSchema, mailTextSchema } from '@/lib/messages/schema'
import { saveMailText } from '@/lib/messages/words'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** The four buttons: keep the words, go back to the standard ones, look at the mail, and mail it to the organiser. */
export async function mailTextAction(
  id: string,
  soort: string,
  _previous: MailTextState,
  form: FormData,
): Promise<MailTextState> {
  const sessionId = idOr404(String(id))
  const { data: kind } = adaptableKindSchema.safeParse(soort)
  if (!kind) notFound()
  const organiser = await requireOrganiser(routes.mailText(sessionId, kind))
  const { press, version, subject, text, as } = readFields(form, 'press', 'version', 'subject', 'text', 'as')
  const values = { subject, text, as }
  const parsed = mailTextSchema.safeParse(press === 'reset' ? { subject: '', text: '' } : values)
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }

  const draft = parsed.data
  const by = { now: clock.now(), organiserId: organiser.id }
  if (press === 'test') {
    await sendTest({ sessionId, kind, draft }, by)
    return { status: 'tested', values }
  }
  if (press === 'look') {
    const someone = z.guid().safeParse(as).success && (await isPreviewParticipant(sessionId, as))
    const looks = await previewMail({ sessionId, kind, registrationId: someone ? as : null }, { now: by.now, draft })
    return { status: 'look', values, looks }
  }
  const saved = await saveMailText({ ...draft, sessionId, kind, version }, by)
  if (!saved.ok) return { status: 'refused', reason: saved.reason, values }
  refresh()
  return { status: 'saved', values }
}
