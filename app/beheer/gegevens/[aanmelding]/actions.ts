'use server'

import { redirect } from 'next/navigation'
import { readFields } from '@/app/_lib/read-form-data'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { describeRecordCounts } from '@/components/privacy/personal-record-summary'
import { requireAdmin } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { mailDir } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { eraseRegistrations } from '@/lib/privacy/erasure'
import { listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offer-free-seats'
import type { ErasePersonState } from './_components/erase-person-form'

/** Shows what would go, or erases what was shown. Pressed twice it is done once, and says the same. */
export async function erasePersonAction(
  registrationId: string,
  _previous: ErasePersonState,
  form: FormData,
): Promise<ErasePersonState> {
  const organiser = await requireAdmin(routes.personalRecord(String(registrationId)))
  const id = idOr404(String(registrationId))
  const { intent, previewed } = readFields(form, 'intent', 'previewed')
  const records = await listRecordsOfSamePerson(id)
  if (records.length === 0) redirect(routes.personSearch('erased'))
  const ids = records.map((record) => record.id)
  const counts = describeRecordCounts(records)
  const digest = previewDigest([ids, counts])
  if (intent !== 'erase' || previewed !== digest) {
    return { status: 'previewed', isStale: intent === 'erase', counts, digest }
  }
  const now = clock.now()
  await eraseRegistrations(ids, { organiserId: organiser.id, now, mailDir: mailDir() })
  await offerFreeSeatsInAllSessions(now)
  redirect(routes.personSearch('erased'))
}
