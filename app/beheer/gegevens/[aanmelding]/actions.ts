'use server'

import { redirect } from 'next/navigation'
import { adminAction } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { previewDigest } from '@/app/beheer/_lib/preview-digest'
import { describeRecordCounts } from '@/components/privacy/personal-record-copy'
import { mailDir } from '@/lib/platform/env'
import { routes } from '@/lib/platform/routes'
import { eraseRegistrations } from '@/lib/privacy/erasure'
import { listRecordsOfSamePerson } from '@/lib/privacy/subject-access'
import { offerFreeSeatsInAllSessions } from '@/lib/registrations/waitlist/offers'
import type { ErasePersonState } from './_components/erase-person-form'

/**
 * Returns a preview of the erasure of a person's data. Erases the data when the organiser confirmed a preview that
 * still equals what is stored.
 */
export const erasePersonAction = adminAction(
  { role: 'admin', params: [idOr404], returnTo: routes.personalRecord },
  async ({ params: [registrationId], intent, previewed, actor }): Promise<ErasePersonState> => {
    const records = await listRecordsOfSamePerson(registrationId)
    if (records.length === 0) redirect(routes.personSearch('erased'))
    const ids = records.map(({ id }) => id)
    const counts = describeRecordCounts(records)
    const digest = previewDigest([ids, counts])
    if (intent !== 'erase' || previewed !== digest) {
      const staleReason = intent === 'erase' ? 'changed' : null
      return { status: 'previewed', values: null, preview: { counts, digest, staleReason } }
    }
    await eraseRegistrations(ids, { ...actor, mailDir: mailDir() })
    await offerFreeSeatsInAllSessions(actor.now)
    redirect(routes.personSearch('erased'))
  },
)
