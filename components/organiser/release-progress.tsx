import { Link } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { dateAndTime, isoLocal } from '@/lib/platform/time'
import { KeepFresh } from './keep-fresh'

type Props = {
  release: { number: number; releasedAt: Date }
  progress: { total: number; sent: number; left: number }
}

/** Since when it is released, and how far its mails have come. */
export function ReleaseProgress({ release, progress: { total, sent, left } }: Props) {
  const when = <time dateTime={isoLocal(release.releasedAt)}>{dateAndTime(release.releasedAt)}</time>
  const missed = total - sent - left
  return (
    <Note tone={missed > 0 ? 'alarm' : 'good'} role="status" lead="Link en agenda zijn vrijgegeven.">
      Sinds {when}. {total > 0 ? `${number(sent)} van ${number(total)} verstuurd.` : 'Er was nog niemand aangemeld.'}
      {missed > 0 ? ` ${number(missed)} niet verstuurd: kijk bij de aanmelding waarom.` : null}
      {left > 0 ? (
        <>
          {' '}
          Je kunt deze pagina sluiten: het versturen gaat door. <Link href="">Werk de stand bij</Link>
          <KeepFresh seconds={2} />
        </>
      ) : null}
    </Note>
  )
}

const number = (count: number) => count.toLocaleString('nl-NL')
