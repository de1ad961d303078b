import { Badge } from '@/components/layout/badge'
import { type SessionMoments, type SessionPhase, sessionPhase } from '@/lib/sessions/rules'

const words: Record<SessionPhase, string> = {
  'open-in-time': 'Aanmelden open, vragen zijn nog op tijd',
  'open-later': 'Aanmelden open, vragen komen nu later',
  closed: 'Aanmelden gesloten',
  past: 'Geweest',
  cancelled: 'Gaat niet door',
}
const tones = {
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
  return <Badge tone={tones[phase]}>{words[phase]}</Badge>
}
