import type { NextRequest } from 'next/server'
import { adminRoute, fileResponse } from '@/app/beheer/_lib/admin-action'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { routes } from '@/lib/platform/routes'
import { isoDate } from '@/lib/platform/time'
import { searchFromUrl, searchToQuery, withoutUnknownAttendance } from '@/lib/registrations/admin/search-params'
import { writeCsv } from '@/lib/registrations/export/csv'
import { auditExport, buildExportTable } from '@/lib/registrations/export/table'
import { writeXlsx } from '@/lib/registrations/export/xlsx'

const searchOf = (request: NextRequest) => searchFromUrl(request.nextUrl.searchParams)

/** Responds with an Excel or CSV file of the registrations that match the query. A POST, as it adds an audit entry. */
export const POST = adminRoute(
  { returnTo: ({ id }: { id: string }, request) => routes.registrations(id, searchToQuery(searchOf(request))) },
  async ({ params: { id }, request, actor, now }) => {
    const session = await sessionOr404(id)
    const format = (await request.formData().catch(() => null))?.get('soort') === 'csv' ? 'csv' : 'xlsx'
    const table = await buildExportTable(session, withoutUnknownAttendance(searchOf(request), session, now), now)
    await auditExport(session.id, actor)
    return fileResponse(format === 'csv' ? toByteStream(writeCsv(table)) : await writeXlsx(table), {
      name: `aanmeldingen-${session.slug}-${isoDate(now)}.${format}`,
      type: contentTypes[format],
    })
  },
)

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
