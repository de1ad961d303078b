import type { NextRequest } from 'next/server'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { noThemeLabel } from '@/components/triage/triage-copy'
import { requireOrganiser } from '@/lib/organisers/current-organiser'
import { routes } from '@/lib/platform/routes'
import { longDate, timeRange } from '@/lib/platform/time'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import { speakerBriefToText } from '@/lib/triage/speaker-brief-text'

type Context = { params: Promise<{ id: string }> }

/** The overview for the speakers as a file of plain text: nothing in it can be taken for anything else. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const { id } = await params
  const withMunicipalities = request.nextUrl.searchParams.get('gemeenten') !== 'nee'
  await requireOrganiser(routes.speakerBriefFile(id, { places: withMunicipalities }))
  const session = await sessionOr404(id)
  const parts = await getSpeakerBrief(session.id, { withMunicipalities: withMunicipalities })
  const dateLine = `${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}`
  const fileName = withMunicipalities ? 'vragen-voor-sprekers.txt' : 'vragen-voor-sprekers-zonder-gemeenten.txt'
  return new Response(`${session.title}\n${dateLine}\n\n\n${speakerBriefToText(parts, noThemeLabel)}\n`, {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
