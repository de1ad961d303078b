import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { organiserOrRedirect } from '@/lib/organisers/current-organiser'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { isoDate } from '@/lib/platform/time'
import { writeCsv } from '@/lib/registrations/export/csv'
import { auditExport, buildExportTable } from '@/lib/registrations/export/table'
import { writeXlsx } from '@/lib/registrations/export/xlsx'
import { searchFromQuery, searchToQuery, withoutUnknownAttendance } from '@/lib/registrations/rules'

type Context = { params: Promise<{ id: string }> }

/** The sign-ups that the address asks for, as a file. By POST, because who took them along is written in the trail. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const search = searchFromQuery(Object.fromEntries(new URL(request.url).searchParams))
  const listPath = routes.registrations(id, searchToQuery(search))
  const organiser = await organiserOrRedirect(listPath)
  // 303, so that the browser goes there with a GET: what `redirect` sends here would be posted again.
  if ('redirectTo' in organiser) return new Response(null, { status: 303, headers: { location: organiser.redirectTo } })
  const session = await sessionOr404(id)
  const now = clock.now()
  const format = (await request.formData().catch(() => null))?.get('soort') === 'csv' ? 'csv' : 'xlsx'
  const table = await buildExportTable(session, withoutUnknownAttendance(search, session, now), now)
  await auditExport(session.id, { now, organiserId: organiser.id })
  const body = format === 'csv' ? toByteStream(writeCsv(table)) : await writeXlsx(table)
  return new Response(body, {
    headers: {
      'content-type': contentTypes[format],
      'content-disposition': `attachment; filename="aanmeldingen-${session.slug}-${isoDate(now)}.${format}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

function toByteStream(text: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
