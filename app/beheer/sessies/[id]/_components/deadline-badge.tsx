import { Badge } from '@/components/ui/badge'

/** Shows a badge: "op tijd" for a question asked before the question deadline, otherwise "later". */
export function DeadlineBadge({ inTime }: { inTime: boolean }) {
  return inTime ? <Badge tone="good">op tijd</Badge> : <Badge>later</Badge>
}
