import { Badge } from '@/components/ui/badge'

/** Says whether a question was asked before the question deadline. */
export function DeadlineBadge({ inTime }: { inTime: boolean }) {
  return inTime ? <Badge tone="good">op tijd</Badge> : <Badge>later</Badge>
}
