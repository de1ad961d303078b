'use server'

import { redirect } from 'next/navigation'
import { lookMark } from '@/app/beheer/look-mark'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { firstReasons, readFields } from '@/app/read-form'
import type { LetterState, LetterValues } from '@/components/organiser/letter-form'
import type { LetterView } from '@/components/organiser/letter-look'
import { sendTest } from '@/lib/messages/commands'
import { sendLetter } from '@/lib/messages/letters'
import { previewMail } from '@/lib/messages/preview'
import { getRecipientCount, isPreviewParticipant } from '@/lib/messages/queries'
import { type LetterInput, letterSchema } from '@/lib/messages/schema'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { readLetter, toLetterInput } from './read-letter'

/** The three buttons: look at it, mail it to the organiser, and send what was looked at. */
export async function letterAction(id: string, _previous: LetterState, form: FormData): Promise<LetterState> {
  const organiser = await requireOrganiser(routes.writeLetter(String(id)))
  const { id: sessionId } = await sessionOr404(id)
  const { press, seen, recipients } = readFields(form, 'press', 'seen', 'recipients')
  const values = readLetter(form)
  const parsed = letterSchema.safeParse(toLetterInput(values))
  if (!parsed.success) return { status: 'invalid', errors: firstReasons(parsed.error), values }
  const letter = parsed.data

  const by = { now: clock.now(), organiserId: organiser.id }
  if (press === 'test') {
    await sendTest({ sessionId, kind: 'letter', draft: { subject: letter.subject, text: letter.text } }, by)
    return { status: 'tested', values }
  }
  if (press !== 'send') return await look(sessionId, letter, values, null)
  if (seen !== lookMark(letter)) return await look(sessionId, letter, values, 'edited')
  const sent = await sendLetter({ ...letter, sessionId, letterId: values.letter, expected: Number(recipients) }, by)
  if (sent.ok) redirect(routes.letter(sessionId, values.letter, { sent: true }))
  if (sent.reason === 'recipients-changed') return await look(sessionId, letter, values, sent.reason)
  return { status: 'refused', reason: sent.reason, values }
}

type Because = LetterView['because']

async function look(
  sessionId: string,
  letter: LetterInput,
  values: LetterValues,
  because: Because,
): Promise<LetterState> {
  const { subject, text, to } = letter
  const registrationId = values.as && (await isPreviewParticipant(sessionId, values.as)) ? values.as : null
  const [recipients, looks] = await Promise.all([
    getRecipientCount(sessionId, to),
    previewMail({ sessionId, kind: 'letter', registrationId }, { now: clock.now(), draft: { subject, text } }),
  ])
  return { status: 'look', values, look: { looks, recipients, seen: lookMark(letter), because } }
}
