import { notFound } from 'next/navigation'
import { adminRoute, fileResponse } from '@/app/beheer/_lib/admin-action'
import { idOr404 } from '@/app/beheer/_lib/params'
import { recordsToExport } from '@/components/privacy/personal-record-copy'
import { routes } from '@/lib/platform/routes'
import { isoDate } from '@/lib/platform/time'
import { auditPersonExport, listRecordsOfSamePerson } from '@/lib/privacy/subject-access'

/** Returns all stored data of a person as a JSON file. A POST, because it adds the export to the audit log. */
export const POST = adminRoute(
  { role: 'admin', returnTo: ({ aanmelding }: { aanmelding: string }) => routes.personalRecord(aanmelding) },
  async ({ params: { aanmelding }, actor, now }) => {
    const records = await listRecordsOfSamePerson(idOr404(aanmelding))
    if (records.length === 0) notFound()
    await auditPersonExport(actor)
    return fileResponse(JSON.stringify(recordsToExport(records), null, 2), {
      name: `gegevens-${isoDate(now)}.json`,
      type: 'application/json; charset=utf-8',
    })
  },
)
