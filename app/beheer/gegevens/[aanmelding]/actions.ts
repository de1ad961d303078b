'use server'

import { redirect } from 'next/navigation'
import { lookMark } from '@/app/beheer/look-mark'
import { idOr404 } from '@/app/beheer/read-params'
import { readFields } from '@/app/read-form'
import type { ErasePersonState } from '@/components/organiser/erase-person-form'
import { countsInWords } from '@/components/privacy/record-counts'
import { requireAdmin } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { mailDir } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { eraseSignUps } from '@/lib/privacy/erase-person'
import { listRecordsLike } from '@/lib/privacy/records'
import { offerAllFreePlaces } from '@/lib/registrations/commands'

/** Shows what would go, or erases what was shown. Pressed twice it is done once, and says the same. */
export async function erasePersonAction(
  registration: string,
  _previous: ErasePersonState,
  form: FormData,
): Promise<ErasePersonState> {
  const organiser = await requireAdmin(routes.personOf(String(registration)))
  const id = idOr404(String(registration))
  const { press, looked } = readFields(form, 'press', 'looked')
  const records = await listRecordsLike(id)
  if (records.length === 0) redirect(routes.personalData('erased'))
  const ids = records.map((record) => record.id)
  const counts = countsInWords(records)
  const mark = lookMark([ids, counts])
  if (press !== 'erase' || looked !== mark) {
    return { status: 'looked', again: press === 'erase', counts, mark }
  }
  const now = clock.now()
  await eraseSignUps(ids, { organiserId: organiser.id, now, mailDir: mailDir() })
  await offerAllFreePlaces(now)
  redirect(routes.personalData('erased'))
}
