import { notFound } from 'next/navigation'
import { idOr404 } from '@/app/beheer/read-params'
import { recordFile } from '@/components/privacy/record-words'
import { organiserOrWayIn } from '@/lib/organisers/current'
import { canManageOrganisers } from '@/lib/organisers/rules'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { isoDate } from '@/lib/platform/time'
import { notePersonExport } from '@/lib/privacy/commands'
import { listRecordsLike } from '@/lib/privacy/records'

type Context = { params: Promise<{ aanmelding: string }> }

/** All that is kept of somebody, as a file. By POST, because that it was taken along is written in the trail. */
export async function POST(_request: Request, { params }: Context): Promise<Response> {
  const { aanmelding } = await params
  const organiser = await organiserOrWayIn(routes.personOf(aanmelding))
  if ('wayIn' in organiser) return goTo(organiser.wayIn)
  if (!canManageOrganisers(organiser.role)) return goTo(routes.notAllowed())
  const records = await listRecordsLike(idOr404(aanmelding))
  if (records.length === 0) notFound()
  const now = clock.now()
  await notePersonExport({ now, organiserId: organiser.id })
  return new Response(JSON.stringify(recordFile(records), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="gegevens-${isoDate(now)}.json"`,
      'cache-control': 'no-store',
    },
  })
}

// 303, so that the browser goes there with a GET.
const goTo = (location: string) => new Response(null, { status: 303, headers: { location } })
