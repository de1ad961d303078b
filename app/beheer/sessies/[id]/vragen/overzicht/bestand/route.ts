import type { NextRequest } from 'next/server'
import { sessionOr404 } from '@/app/beheer/session-or-404'
import { noTheme } from '@/components/organiser/question-words'
import { requireOrganiser } from '@/lib/organisers/current'
import { routes } from '@/lib/platform/routes'
import { longDate, timeRange } from '@/lib/platform/time'
import { getBrief } from '@/lib/questions/brief'
import { briefAsText } from '@/lib/questions/brief-text'

type Context = { params: Promise<{ id: string }> }

/** The overview for the speakers as a file of plain text: nothing in it can be taken for anything else. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params
  const places = request.nextUrl.searchParams.get('gemeenten') !== 'nee'
  await requireOrganiser(routes.briefFile(id, { places }))
  const session = await sessionOr404(id)
  const parts = await getBrief(session.id, { withPlaces: places })
  const when = `${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}`
  const name = places ? 'vragen-voor-sprekers.txt' : 'vragen-voor-sprekers-zonder-gemeenten.txt'
  return new Response(`${session.title}\n${when}\n\n\n${briefAsText(parts, noTheme)}\n`, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
