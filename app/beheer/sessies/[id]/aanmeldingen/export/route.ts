import { sessionOr404 } from '@/app/beheer/session-or-404'
import { organiserOrWayIn } from '@/lib/organisers/current'
import { clock } from '@/lib/platform/clock'
import { routes } from '@/lib/platform/routes'
import { isoDate } from '@/lib/platform/time'
import { noteExport } from '@/lib/registrations/commands'
import { readExport } from '@/lib/registrations/export'
import { writeCsv } from '@/lib/registrations/export-csv'
import { writeXlsx } from '@/lib/registrations/export-xlsx'
import { addressOf, askedAt, searchFrom } from '@/lib/registrations/rules'

type Context = { params: Promise<{ id: string }> }

/** The sign-ups that the address asks for, as a file. By POST, because who took them along is written in the trail. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params
  const search = searchFrom(Object.fromEntries(new URL(request.url).searchParams))
  const list = routes.registrations(id, addressOf(search))
  const organiser = await organiserOrWayIn(list)
  // 303, so that the browser goes there with a GET: what `redirect` sends here would be posted again.
  if ('wayIn' in organiser) return new Response(null, { status: 303, headers: { location: organiser.wayIn } })
  const session = await sessionOr404(id)
  const now = clock.now()
  const kind = (await request.formData().catch(() => null))?.get('soort') === 'csv' ? 'csv' : 'xlsx'
  const table = await readExport(session, askedAt(search, session, now), now)
  await noteExport(session.id, { now, organiserId: organiser.id })
  const body = kind === 'csv' ? stream(writeCsv(table)) : writeXlsx(table)
  return new Response(body, {
    headers: {
      'content-type': types[kind],
      'content-disposition': `attachment; filename="aanmeldingen-${session.slug}-${isoDate(now)}.${kind}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

function stream(text: AsyncIterator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await text.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
  })
}
