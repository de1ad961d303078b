import type { NextRequest } from 'next/server'
import { adminRoute, fileResponse } from '@/app/beheer/_lib/admin-action'
import { sessionOr404 } from '@/app/beheer/_lib/session-or-404'
import { noThemeLabel } from '@/components/triage/triage-copy'
import { routes } from '@/lib/platform/routes'
import { longDate, timeRange } from '@/lib/platform/time'
import { getSpeakerBrief, speakerBriefToText } from '@/lib/triage/speaker-brief'

const includesMunicipalities = ({ nextUrl }: NextRequest) => nextUrl.searchParams.get('gemeenten') !== 'nee'

/**
 * Returns the questions chosen for the session as a text file for the speakers. `gemeenten=nee` in the URL leaves out
 * the municipalities.
 */
export const GET = adminRoute<{ id: string }>(
  { returnTo: ({ id }, request) => routes.speakerBriefFile(id, { places: includesMunicipalities(request) }) },
  async ({ params: { id }, request }) => {
    const withMunicipalities = includesMunicipalities(request)
    const { id: sessionId, title, startsAt, endsAt } = await sessionOr404(id)
    const parts = await getSpeakerBrief(sessionId, { withMunicipalities })
    const head = `${title}\n${longDate(startsAt)}, ${timeRange(startsAt, endsAt)}`
    return fileResponse(`${head}\n\n\n${speakerBriefToText(parts, noThemeLabel)}\n`, {
      name: withMunicipalities ? 'vragen-voor-sprekers.txt' : 'vragen-voor-sprekers-zonder-gemeenten.txt',
      type: 'text/plain; charset=utf-8',
    })
  },
)
