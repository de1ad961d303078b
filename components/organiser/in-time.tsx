import { Badge } from '@/components/layout/badge'

/** Whether the question came before the question deadline. */
export function InTime({ inTime }: { inTime: boolean }) {
  return inTime ? <Badge tone="good">op tijd</Badge> : <Badge>later</Badge>
}
