import { Badge } from '@/components/layout/badge'
import type { RegistrationStanding } from '@/lib/registrations/schema'

const badges = {
  'signed-up': { tone: 'plain', words: 'aangemeld' },
  offered: { tone: 'good', words: 'plek aangeboden' },
  waiting: { tone: 'plain', words: 'op de wachtlijst' },
  cancelled: { tone: 'alarm', words: 'afgemeld' },
} as const

/** How a sign-up stands, in words. */
export function StandingBadge({ standing }: { standing: RegistrationStanding }) {
  const { tone, words } = badges[standing]
  return <Badge tone={tone}>{words}</Badge>
}
