import { notFound } from 'next/navigation'
import { idOr404 } from '@/app/beheer/_lib/params'
import { recordsToExport } from '@/components/privacy/personal-record-copy'
import { organiserOrRedirect } from '@/lib/organisers/current-organiser'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { isoDate } from '@/lib/platform/time'
import { auditPersonExport, listRecordsOfSamePerson } from '@/lib/privacy/subject-access'

type Context = { params: Promise<{ aanmelding: string }> }

/** All that is kept of somebody, as a file. By POST, because that it was taken along is written in the trail. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { aanmelding } = await params
  const organiser = await organiserOrRedirect(routes.personalRecord(aanmelding))
  if ('redirectTo' in organiser) return seeOther(organiser.redirectTo)
  if (!canManageOrganisers(organiser.role)) return seeOther(routes.forbidden())
  const records = await listRecordsOfSamePerson(idOr404(aanmelding))
  if (records.length === 0) notFound()
  const now = clock.now()
  await auditPersonExport({ now, organiserId: organiser.id })
  return new Response(JSON.stringify(recordsToExport(records), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="gegevens-${isoDate(now)}.json"`,
      'cache-control': 'no-store',
    },
  })
}

// 303, so that the browser goes there with a GET.
const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })
