import type { ComponentProps } from 'react'
import { Note } from '@/components/form/note'
import { At } from '@/components/layout/at'
import type { EditDone } from '@/lib/platform/routes'
import { Reason } from './reason'
import { SendProgress } from './send-progress'
import { standingNews } from './standing-words'

type Sent = Pick<ComponentProps<typeof SendProgress>, 'sessionId' | 'progress'>

const nobody = 'Er is geen mail over gestuurd.'

/** What has just been changed of a kennissessie, and how far the mail about it has come. */
export function EditNews({ done, ...sent }: Sent & { done: EditDone }) {
  if (done in standingNews) {
    const { lead, text } = standingNews[done as keyof typeof standingNews]
    return (
      <Note tone="good" role="status" lead={lead}>
        {text}
      </Note>
    )
  }
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
      Vervallen op <At moment={cancelledAt} />.{why ? <Reason>{why}</Reason> : null} {aboutMail(sent)}
    </SendProgress>
  )
}

const aboutMail = ({ progress }: Sent) => (progress.total > 0 ? 'De mail hierover:' : null)
