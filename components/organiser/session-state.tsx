import { Badge } from '@/components/layout/badge'
import { openingInWords } from '@/components/session/words'
import { type SessionMoments, type SessionPhase, sessionPhase } from '@/lib/sessions/rules'

const words: Record<Exclude<SessionPhase, 'not-open-yet'>, string> = {
  'open-in-time': 'Aanmelden open, vragen zijn nog op tijd',
  'open-later': 'Aanmelden open, vragen komen nu later',
  closed: 'Aanmelden gesloten',
  past: 'Geweest',
  cancelled: 'Gaat niet door',
}
const tones = {
  'not-open-yet': 'plain',
  'open-in-time': 'good',
  'open-later': 'good',
  closed: 'plain',
  past: 'plain',
  cancelled: 'alarm',
} as const

type Props = { session: SessionMoments & { publishedAt?: Date | null }; now: Date }

/** Where a kennissessie stands, in words. */
export function SessionState({ session, now }: Props) {
  if (session.publishedAt === null) return <Badge>Nog niet gepubliceerd</Badge>
  const phase = sessionPhase(session, now)
  return (
    <Badge tone={tones[phase]}>
      {phase === 'not-open-yet' ? `Aanmelden kan ${openingInWords(session)}` : words[phase]}
    </Badge>
  )
}
