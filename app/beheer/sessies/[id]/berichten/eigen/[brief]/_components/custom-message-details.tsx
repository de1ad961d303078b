import { Paragraph } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import type { CustomMessageAudience } from '@/lib/notifications/schema'
import { AudienceSummary } from './audience-summary'
import { CancelCustomMessage } from './cancel-custom-message'

type Props = {
  sessionId: string
  message: {
    createdAt: Date
    to: CustomMessageAudience | null
    progress: { total: number; sent: number; left: number }
  }
  /** With sample data. */
  mailPreview: MailPreview
  cancelAction: ComponentProps<typeof CancelCustomMessage>['action']
  justSent: boolean
}

const progressTitle = ({ total, sent, left }: Props['message']['progress']) => {
  if (left > 0) return 'Het bericht gaat uit.'
  if (sent === 0 && total > 0) return 'Het bericht ging naar niemand.'
  return sent === total ? 'Het bericht is verstuurd.' : 'Het bericht ging niet naar iedereen.'
}

/** A custom message: delivery progress, preview, and cancelling what is not sent yet. */
export function CustomMessageDetails({ sessionId, message, mailPreview, cancelAction, justSent }: Props) {
  const { createdAt, to, progress } = message
  return (
    <>
      <PageTitle size="calm" eyebrow="Eigen bericht">
        {mailPreview.subject}
      </PageTitle>
      <SendProgress sessionId={sessionId} title={progressTitle(progress)} progress={progress} justSent={justSent}>
        Geschreven op <DateTime value={createdAt} />.
      </SendProgress>
      <Flow>
        {to ? <AudienceSummary to={to} /> : null}
        <CancelCustomMessage action={cancelAction} canCancel={progress.left > 0} />
        <Paragraph>Dit is de mail met voorbeeldgegevens. Bij de berichten staat hij zoals ieder hem kreeg.</Paragraph>
      </Flow>
      <MailPreviewSection preview={mailPreview} />
    </>
  )
}
