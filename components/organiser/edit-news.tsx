import { Note } from '@/components/form/note'
import type { EditDone } from '@/lib/platform/routes'
import { dateAndTime, isoLocal } from '@/lib/platform/time'
import { MailProgress, type Progress } from './mail-progress'
import { Reason } from './reason'

/** What has just been changed of a kennissessie, and how far the mail about it has come. */
export function EditNews({ done, progress }: { done: EditDone; progress: Progress }) {
  if (done === 'deadlines') {
    return (
      <Note tone="good" role="status" lead="De termijnen zijn veranderd.">
        {noMail}
      </Note>
    )
  }
  return (
    <Note tone="good" role="status" lead="De kennissessie is verplaatst.">
      <AboutMail progress={progress} />
    </Note>
  )
}

type Cancelled = { cancelledAt: Date; why: string | null; progress: Progress }

/** That a kennissessie is cancelled, since when and why, and how far the mail about it has come. */
export function CancelledNews({ cancelledAt, why, progress }: Cancelled) {
  return (
    <Note tone="alarm" role="status" lead="Deze kennissessie gaat niet door.">
      Vervallen op <time dateTime={isoLocal(cancelledAt)}>{dateAndTime(cancelledAt)}</time>.{' '}
      <AboutMail progress={progress} />
      {why ? <Reason>{why}</Reason> : null}
    </Note>
  )
}

const noMail = 'Er is geen mail over gestuurd.'

function AboutMail({ progress }: { progress: Progress }) {
  if (progress.total === 0) return noMail
  return (
    <>
      De mail hierover: <MailProgress progress={progress} />
    </>
  )
}
