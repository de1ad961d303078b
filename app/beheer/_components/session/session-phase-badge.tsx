import { registrationOpeningInWords } from '@/components/session/session-copy'
import { Badge } from '@/components/ui/badge'
import { type SessionMoments, sessionPhase } from '@/lib/sessions/rules'

const phases = {
  'not-open-yet': { tone: 'plain', label: null },
  'open-before-deadline': { tone: 'good', label: 'Aanmelden open, vragen zijn nog op tijd' },
  'open-after-deadline': { tone: 'good', label: 'Aanmelden open, vragen komen nu later' },
  closed: { tone: 'plain', label: 'Aanmelden gesloten' },
  past: { tone: 'plain', label: 'Geweest' },
  cancelled: { tone: 'alarm', label: 'Gaat niet door' },
} as const

type Props = { session: SessionMoments & { publishedAt?: Date | null }; now: Date }

/** Shows a badge with the phase of a session, or that it is not published yet. */
export function SessionPhaseBadge({ session, now }: Props) {
  if (session.publishedAt === null) return <Badge>Nog niet gepubliceerd</Badge>
  const { tone, label } = phases[sessionPhase(session, now)]
  return <Badge tone={tone}>{label ?? `Aanmelden kan ${registrationOpeningInWords(session)}`}</Badge>
}
