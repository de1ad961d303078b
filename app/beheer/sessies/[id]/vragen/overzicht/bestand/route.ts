import type { NextRequest } from 'next/server'
import { adminRoute, fileResponse } from '@/app/beheer/_lib/admin-action'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { noThemeLabel } from '@/components/triage/triage-copy'
import { routes } from '@/lib/platform/routes'
import { longDate, timeRange } from '@/lib/platform/time'
import { getSpeakerBrief } from '@/lib/triage/speaker-brief'
import { speakerBriefToText } from '@/lib/triage/speaker-brief-text'

const asksMunicipalities = (request: NextRequest) => request.nextUrl.searchParams.get('gemeenten') !== 'nee'

/** The speaker brief as a file of plain text. */
export const GET = adminRoute(
  {
    returnTo: ({ id }: { id: string }, request) => routes.speakerBriefFile(id, { places: asksMunicipalities(request) }),
  },
  async ({ params: { id }, request }) => {
    const withMunicipalities = asksMunicipalities(request)
    const session = await sessionOr404(id)
    const parts = await getSpeakerBrief(session.id, { withMunicipalities })
    const dateLine = `${longDate(session.startsAt)}, ${timeRange(session.startsAt, session.endsAt)}`
    return fileResponse(`${session.title}\n${dateLine}\n\n\n${speakerBriefToText(parts, noThemeLabel)}\n`, {
      name: withMunicipalities ? 'vragen-voor-sprekers.txt' : 'vragen-voor-sprekers-zonder-gemeenten.txt',
      type: 'text/plain; charset=utf-8',
    })
  },
)
