import { registrationOpeningInWords } from '@/components/session/session-copy'
import { Badge } from '@/components/ui/badge'
import { type SessionMoments, type SessionPhase, sessionPhase } from '@/lib/sessions/rules'

const phaseLabels: Record<Exclude<SessionPhase, 'not-open-yet'>, string> = {
  'open-before-deadline': 'Aanmelden open, vragen zijn nog op tijd',
  'open-after-deadline': 'Aanmelden open, vragen komen nu later',
  closed: 'Aanmelden gesloten',
  past: 'Geweest',
  cancelled: 'Gaat niet door',
}
const tones = {
  'not-open-yet': 'plain',
  'open-before-deadline': 'good',
  'open-after-deadline': 'good',
  closed: 'plain',
  past: 'plain',
  cancelled: 'alarm',
} as const

type Props = { session: SessionMoments & { publishedAt?: Date | null }; now: Date }

/** Where a kennissessie stands, in words. */
export function SessionPhaseBadge({ session, now }: Props) {
  if (session.publishedAt === null) return <Badge>Nog niet gepubliceerd</Badge>
  const phase = sessionPhase(session, now)
  return (
    <Badge tone={tones[phase]}>
      {phase === 'not-open-yet' ? `Aanmelden kan ${registrationOpeningInWords(session)}` : phaseLabels[phase]}
    </Badge>
  )
}
