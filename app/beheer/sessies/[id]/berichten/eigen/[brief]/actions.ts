'use server'

import { refresh } from 'next/cache'
import { idOr404 } from '@/app/beheer/_lib/params'
import { cancelCustomMessage } from '@/lib/notifications/custom-messages'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import type { CancelCustomMessageState } from './_components/cancel-custom-message'

/** Stops what did not go out yet, and tells how many mails that were. */
export async function cancelCustomMessageAction(
  session: string,
  customMessage: string,
): Promise<CancelCustomMessageState> {
  const [sessionId, customMessageId] = [idOr404(String(session)), idOr404(String(customMessage))]
  const organiser = await requireOrganiser(routes.customMessage(sessionId, customMessageId))
  const count = await cancelCustomMessage(
    { sessionId, customMessageId },
    { now: clock.now(), organiserId: organiser.id },
  )
  refresh()
  return { status: 'cancelled', count }
}
