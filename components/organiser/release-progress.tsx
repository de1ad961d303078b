import { Note } from '@/components/form/note'
import { dateAndTime, isoLocal } from '@/lib/platform/time'
import { MailProgress, type Progress } from './mail-progress'

type Props = {
  release: { number: number; releasedAt: Date }
  progress: Progress
}

/** Since when it is released, and how far its mails have come. */
export function ReleaseProgress({ release, progress }: Props) {
  const when = <time dateTime={isoLocal(release.releasedAt)}>{dateAndTime(release.releasedAt)}</time>
  return (
    <Note
      tone={progress.total > progress.sent + progress.left ? 'alarm' : 'good'}
      role="status"
      lead="Link en agenda zijn vrijgegeven."
    >
      Sinds {when}. {progress.total > 0 ? <MailProgress progress={progress} /> : 'Er was nog niemand aangemeld.'}
    </Note>
  )
}
