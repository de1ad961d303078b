import { Paragraph } from '@utrecht/component-library-react'
import { At } from '@/components/layout/at'
import { Flow } from '@/components/layout/flow'
import { PageTitle } from '@/components/layout/page-title'
import type { LetterSelection } from '@/lib/messages/schema'
import { LetterStop, type LetterStopState } from './letter-stop'
import { LetterTo } from './letter-to'
import { type Looks, MailLooks } from './mail-looks'
import { SendProgress } from './send-progress'

type Props = {
  sessionId: string
  letter: { createdAt: Date; to: LetterSelection | null; progress: { total: number; sent: number; left: number } }
  /** With sample data. */
  looks: Looks
  stop: (previous: LetterStopState) => Promise<LetterStopState>
  /** It was sent a moment ago. */
  fresh: boolean
}

const leadOf = ({ total, sent, left }: Props['letter']['progress']) => {
  if (left > 0) return 'Het bericht gaat uit.'
  if (sent === 0 && total > 0) return 'Het bericht ging naar niemand.'
  return sent === total ? 'Het bericht is verstuurd.' : 'Het bericht ging niet naar iedereen.'
}

/** A message that an organiser wrote: how far it has come, what it looks like, and stop what has not gone. */
export function LetterDetails({ sessionId, letter, looks, stop, fresh }: Props) {
  const { createdAt, to, progress } = letter
  return (
    <>
      <PageTitle size="calm" over="Eigen bericht">
        {looks.subject}
      </PageTitle>
      <SendProgress sessionId={sessionId} lead={leadOf(progress)} progress={progress} fresh={fresh}>
        Geschreven op <At moment={createdAt} />.
      </SendProgress>
      <Flow>
        {to ? <LetterTo to={to} /> : null}
        <LetterStop action={stop} canStop={progress.left > 0} />
        <Paragraph>Dit is de mail met voorbeeldgegevens. Bij de berichten staat hij zoals ieder hem kreeg.</Paragraph>
      </Flow>
      <MailLooks looks={looks} />
    </>
  )
}
