import { Badge } from '@/components/ui/badge'
import type { RegistrationStatus } from '@/lib/registrations/schema'
import { statusLabels } from '@/lib/registrations/status'

const tones = { 'signed-up': 'plain', offered: 'good', waitlisted: 'plain', cancelled: 'alarm' } as const

export const RegistrationStatusBadge = ({ status }: { status: RegistrationStatus }) => (
  <Badge tone={tones[status]}>{statusLabels[status]}</Badge>
)
