import { Paragraph } from '@utrecht/component-library-react'
import type { ComponentProps } from 'react'
import { type MailPreview, MailPreviewSection } from '@/app/beheer/sessies/[id]/_components/mail-preview'
import { SendProgress } from '@/app/beheer/sessies/[id]/_components/send-progress'
import { CancelCustomMessage } from '@/app/beheer/sessies/[id]/berichten/eigen/[brief]/_components/cancel-custom-message'
import { Flow } from '@/components/ui/page/flow'
import { PageTitle } from '@/components/ui/page/page-title'
import { DateTime } from '@/components/ui/text/date-time'
import type { CustomMessageAudience } from '@/lib/notifications/schema'

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

const contactWishPhrases: Record<CustomMessageAudience['contactWishes'][number], string> = {
  email: 'mogen mailen',
  phone: 'mogen bellen',
  none: 'niet mogen benaderen',
}

/** To whom a letter went, as it was chosen then; `places` holds names, an empty one for who works elsewhere. */
function AudienceSummary({ to }: { to: CustomMessageAudience }) {
  const parts = audienceParts(to)
  if (parts.length === 0) return <Paragraph>Aan iedereen die toen was aangemeld.</Paragraph>
  return (
    <Flow>
      <Paragraph>Aan iedereen die toen was aangemeld:</Paragraph>
      <ul>
        {parts.map((part) => (
          <li key={part}>{part}</li>
        ))}
      </ul>
    </Flow>
  )
}

function audienceParts({ inTime, places, contactWishes, tookPart }: CustomMessageAudience): string[] {
  const when = { '': '', yes: 'met een vraag die op tijd kwam', no: 'met een vraag die na de vragentermijn kwam' }
  return [
    when[inTime],
    contactWishes.length > 0
      ? `die we over de vraag ${joinWithOr(contactWishes.map((wish) => contactWishPhrases[wish]))}`
      : '',
    places.length > 0 ? `die werkt bij ${joinWithOr(places.map((name) => name || 'een andere organisatie'))}` : '',
    tookPart ? 'die heeft meegedaan' : '',
  ].filter(Boolean)
}

const joinWithOr = (words: string[]) => new Intl.ListFormat('nl-NL', { type: 'disjunction' }).format(words)
