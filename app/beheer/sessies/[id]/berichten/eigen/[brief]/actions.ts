'use server'

import { refresh } from 'next/cache'
import { idOr404 } from '@/app/beheer/read-params'
import type { LetterStopState } from '@/components/organiser/letter-stop'
import { stopLetter } from '@/lib/messages/letters'
import { requireOrganiser } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'

/** Stops what did not go out yet, and tells how many mails that were. */
export async function stopLetterAction(session: string, letter: string): Promise<LetterStopState> {
  const [sessionId, letterId] = [idOr404(String(session)), idOr404(String(letter))]
  const organiser = await requireOrganiser(routes.letter(sessionId, letterId))
  const count = await stopLetter({ sessionId, letterId }, { now: clock.now(), organiserId: organiser.id })
  refresh()
  return { status: 'stopped', count }
}
