import { tokenOrDash } from '@/app/_lib/token-param'
import { recordsToExport } from '@/components/privacy/personal-record-copy'
import { routes } from '@/lib/platform/routes'
import { getOwnRecord } from '@/lib/privacy/subject-access'

/** Returns all data about the participant as a JSON file. For an invalid link, redirects to the page that explains it. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const token = tokenOrDash((await params).token)
  const record = await getOwnRecord(token)
  if (!record) return new Response(null, { status: 303, headers: { location: routes.selfServiceData(token) } })
  return new Response(JSON.stringify(recordsToExport([record]), null, 2), {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="mijn-gegevens.json"',
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    },
  })
}
