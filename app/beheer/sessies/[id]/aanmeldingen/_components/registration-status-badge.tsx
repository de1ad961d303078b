import { Badge } from '@/components/ui/badge'
import type { RegistrationStatus } from '@/lib/registrations/schema'

const badges = {
  'signed-up': { tone: 'plain', words: 'aangemeld' },
  offered: { tone: 'good', words: 'plek aangeboden' },
  waitlisted: { tone: 'plain', words: 'op de wachtlijst' },
  cancelled: { tone: 'alarm', words: 'afgemeld' },
} as const

/** How a sign-up stands, in words. */
export function RegistrationStatusBadge({ status }: { status: RegistrationStatus }) {
  const { tone, words } = badges[status]
  return <Badge tone={tone}>{words}</Badge>
}
