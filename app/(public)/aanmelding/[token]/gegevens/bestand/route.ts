import { readToken } from '@/app/read-token'
import { recordFile } from '@/components/privacy/record-words'
import { routes } from '@/lib/platform/routes'
import { getOwnRecord } from '@/lib/privacy/records'

type Context = { params: Promise<{ token: string }> }

/** All that is kept of who has the link, as a file. Nobody in between keeps it. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const token = readToken((await params).token)
  const record = await getOwnRecord(token)
  // Its page says what to do with a link that does not work.
  if (!record) return new Response(null, { status: 303, headers: { location: routes.ownData(token) } })
  return new Response(JSON.stringify(recordFile([record]), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="mijn-gegevens.json"',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
