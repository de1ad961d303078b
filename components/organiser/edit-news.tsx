import type { ComponentProps } from 'react'
import { Note } from '@/components/form/note'
import type { EditDone } from '@/lib/platform/routes'
import { dateAndTime, isoLocal } from '@/lib/platform/time'
import { Reason } from './reason'
import { SendProgress } from './send-progress'

type Sent = Pick<ComponentProps<typeof SendProgress>, 'sessionId' | 'progress'>

const nobody = 'Er is geen mail over gestuurd.'

/** What has just been changed of a kennissessie, and how far the mail about it has come. */
export function EditNews({ done, ...sent }: Sent & { done: EditDone }) {
  if (done === 'deadlines') {
    return (
      <Note tone="good" role="status" lead="De termijnen zijn veranderd.">
        {nobody}
      </Note>
    )
  }
  return (
    <SendProgress lead="De kennissessie is verplaatst." nobody={nobody} {...sent}>
      {aboutMail(sent)}
    </SendProgress>
  )
}

/** That a kennissessie is cancelled, since when and why, and how far the mail about it has come. */
export function CancelledNews({ cancelledAt, why, ...sent }: Sent & { cancelledAt: Date; why: string | null }) {
  return (
    <SendProgress lead="Deze kennissessie gaat niet door." nobody={nobody} tone="alarm" {...sent}>
      Vervallen op <time dateTime={isoLocal(cancelledAt)}>{dateAndTime(cancelledAt)}</time>.
      {why ? <Reason>{why}</Reason> : null} {aboutMail(sent)}
    </SendProgress>
  )
}

const aboutMail = ({ progress }: Sent) => (progress.total > 0 ? 'De mail hierover:' : null)
