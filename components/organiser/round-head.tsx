import { Link } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { At } from '@/components/layout/at'
import { Reason } from '@/components/session/reason'
import { routes } from '@/lib/platform/routes'
import type { RoundCounts } from '@/lib/questions/rules'
import styles from './messages-head.module.css'
import { promisesInWords, sinceClosingInWords } from './question-words'

export type Closing = { id: string; closedAt: Date; why: string | null; openPromises: number }

type Props = {
  sessionId: string
  counts: RoundCounts
  closing: Closing | null
  /** How many promises are open that the closing did not know of. */
  since: number
  /** Until then new questions are promised to be treated; null once that is over. */
  deadline: Date | null
  hasBeen: boolean
}

/** Whether what was promised is done, and the ways to the rest of the vragenronde. */
export function RoundHead({ sessionId, counts, closing, since, deadline, hasBeen }: Props) {
  return (
    <>
      {closing ? (
        <Closed sessionId={sessionId} closing={closing} since={since} deadline={deadline} hasBeen={hasBeen} />
      ) : (
        <Note tone={counts.openPromises > 0 ? 'alarm' : 'good'} lead={promisesInWords(counts.openPromises)}>
          {promiseInWords(counts.openPromises)}
        </Note>
      )}
      <div className={styles.row}>
        <Link href={routes.themes(sessionId)}>Thema’s en volgorde</Link>
        <Link href={routes.brief(sessionId)}>Overzicht voor de sprekers</Link>
        {hasBeen ? <Link href={routes.outcomes(sessionId)}>Laten weten wat ermee is gedaan</Link> : null}
        {closing ? null : <Link href={routes.closeRound(sessionId)}>Vragenronde sluiten</Link>}
      </div>
    </>
  )
}

type ClosedProps = Omit<Props, 'counts' | 'closing'> & { closing: Closing }

/** A question that was promised after the closing is louder than the closing itself. */
function Closed({ sessionId, closing, since, deadline, hasBeen }: ClosedProps) {
  const reopen = <Link href={routes.closeRound(sessionId)}>Heropen de vragenronde</Link>
  return (
    <>
      {since > 0 ? (
        <Note tone="alarm" lead={sinceClosingInWords(since)}>
          {promiseInWords(since)} {reopen} om erover te beslissen.
        </Note>
      ) : null}
      <Note lead="De vragenronde is gesloten.">
        Sinds <At moment={closing.closedAt} />. Er verandert niets meer aan de vragen.{' '}
        {hasBeen ? 'Wat je aan een vrager schrijft, kan nog wel, tot de mails daarover uitgaan. ' : null}
        {since > 0 ? null : <>{reopen} als dat toch moet.</>}
        {deadline ? (
          <>
            {' '}
            De vragentermijn loopt nog tot <At moment={deadline} />: nieuwe vragen zijn tot dan beloofd.
          </>
        ) : null}
        {closing.why ? <Reason>{closing.why}</Reason> : null}
      </Note>
    </>
  )
}

function promiseInWords(count: number): string | null {
  if (count === 0) return null
  return count === 1
    ? 'Beloofd is dat die zeker aan bod komt. Daarom staat hij bovenaan.'
    : 'Beloofd is dat ze zeker aan bod komen. Daarom staan ze bovenaan.'
}
