import { Button, Paragraph } from '@utrecht/component-library-react'
import { At } from '@/components/layout/at'
import { PageTitle } from '@/components/layout/page-title'
import { type Looks, MailLooks } from './mail-looks'
import styles from './message-details.module.css'
import { SendProgress } from './send-progress'

type Props = {
  sessionId: string
  letter: { createdAt: Date; progress: { total: number; sent: number; left: number } }
  /** With sample data. */
  looks: Looks
  stop: () => Promise<void>
}

const leadOf = ({ total, sent, left }: Props['letter']['progress']) => {
  if (left > 0) return 'Het bericht gaat uit.'
  return sent === total ? 'Het bericht is verstuurd.' : 'Het bericht ging niet naar iedereen.'
}

/** A message that an organiser wrote: how far it has come, what it looks like, and stop what has not gone. */
export function LetterDetails({ sessionId, letter, looks, stop }: Props) {
  const { createdAt, progress } = letter
  return (
    <>
      <PageTitle size="calm" over="Eigen bericht">
        {looks.subject}
      </PageTitle>
      <SendProgress sessionId={sessionId} lead={leadOf(progress)} progress={progress}>
        Geschreven op <At moment={createdAt} />.
      </SendProgress>
      {progress.left > 0 ? (
        <form action={stop} className={styles.actions}>
          <Button type="submit" appearance="secondary-action-button">
            Stop wat nog niet weg is
          </Button>
        </form>
      ) : null}
      <Paragraph>Dit is de mail met voorbeeldgegevens. Bij de berichten staat hij zoals ieder hem kreeg.</Paragraph>
      <MailLooks looks={looks} />
    </>
  )
}
