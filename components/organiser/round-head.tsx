import { Link } from '@utrecht/component-library-react'
import { Note } from '@/components/form/note'
import { At } from '@/components/layout/at'
import { Reason } from '@/components/session/reason'
import { routes } from '@/lib/platform/routes'
import type { RoundCounts } from '@/lib/questions/rules'
import styles from './messages-head.module.css'
import { promisesInWords } from './question-words'

export type Closing = { id: string; closedAt: Date; why: string | null; openPromises: number }

type Props = { sessionId: string; counts: RoundCounts; closing: Closing | null; hasBeen: boolean }

/** Whether what was promised is done, and the ways to the rest of the vragenronde. */
export function RoundHead({ sessionId, counts, closing, hasBeen }: Props) {
  return (
    <>
      {closing ? (
        <Note lead="De vragenronde is gesloten.">
          Sinds <At moment={closing.closedAt} />. Er verandert niets meer aan de vragen.{' '}
          <Link href={routes.closeRound(sessionId)}>Heropen de vragenronde</Link> als dat toch moet.
          {closing.why ? <Reason>{closing.why}</Reason> : null}
        </Note>
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

function promiseInWords(count: number): string | null {
  if (count === 0) return null
  return count === 1
    ? 'Beloofd is dat die zeker aan bod komt. Daarom staat hij bovenaan.'
    : 'Beloofd is dat ze zeker aan bod komen. Daarom staan ze bovenaan.'
}
