import { Link } from '@utrecht/component-library-react'
import styles from '@/app/beheer/sessies/[id]/_components/action-row.module.css'
import { guaranteesSinceClosingText, openGuaranteesText } from '@/components/triage/triage-copy'
import { Callout } from '@/components/ui/callout'
import { QuotedText } from '@/components/ui/quoted-text'
import { DateTime } from '@/components/ui/text/date-time'
import { routes } from '@/lib/platform/routes'
import type { RoundStatistics } from '@/lib/triage/rules'

export type ClosedRound = { id: string; closedAt: Date; explanation: string | null; openGuarantees: number }

type Props = {
  sessionId: string
  counts: RoundStatistics
  round: ClosedRound | null
  /** Number of open guarantees since the round was closed. */
  guaranteesSinceClosing: number
  /** Until then new questions are promised to be treated; null once that is over. */
  deadline: Date | null
  hasEnded: boolean
}

/** Whether what was promised is done, and the ways to the rest of the vragenronde. */
export function TriageRoundStatus({ sessionId, counts, round, guaranteesSinceClosing, deadline, hasEnded }: Props) {
  return (
    <>
      {round ? (
        <ClosedRoundCallouts
          sessionId={sessionId}
          round={round}
          guaranteesSinceClosing={guaranteesSinceClosing}
          deadline={deadline}
          hasEnded={hasEnded}
        />
      ) : (
        <Callout tone={counts.openGuarantees > 0 ? 'alarm' : 'good'} title={openGuaranteesText(counts.openGuarantees)}>
          {guaranteeSentence(counts.openGuarantees)}
        </Callout>
      )}
      <div className={styles.row}>
        <Link href={routes.themes(sessionId)}>Thema’s en volgorde</Link>
        <Link href={routes.speakerBrief(sessionId)}>Overzicht voor de sprekers</Link>
        {hasEnded ? <Link href={routes.resultNotifications(sessionId)}>Laten weten wat ermee is gedaan</Link> : null}
        {round ? null : <Link href={routes.closeTriageRound(sessionId)}>Vragenronde sluiten</Link>}
      </div>
    </>
  )
}

type ClosedRoundProps = Omit<Props, 'counts' | 'round'> & { round: ClosedRound }

/** Open guarantees since the round was closed come first. */
function ClosedRoundCallouts({ sessionId, round, guaranteesSinceClosing, deadline, hasEnded }: ClosedRoundProps) {
  const reopen = <Link href={routes.closeTriageRound(sessionId)}>Heropen de vragenronde</Link>
  return (
    <>
      {guaranteesSinceClosing > 0 ? (
        <Callout tone="alarm" title={guaranteesSinceClosingText(guaranteesSinceClosing)}>
          {guaranteeSentence(guaranteesSinceClosing)} {reopen} om erover te beslissen.
        </Callout>
      ) : null}
      <Callout title="De vragenronde is gesloten.">
        Sinds <DateTime value={round.closedAt} />. Er verandert niets meer aan de vragen.{' '}
        {hasEnded ? 'Wat je aan een vrager schrijft, kan nog wel, tot de mails daarover uitgaan. ' : null}
        {guaranteesSinceClosing > 0 ? null : <>{reopen} als dat toch moet.</>}
        {deadline ? (
          <>
            {' '}
            De vragentermijn loopt nog tot <DateTime value={deadline} />: nieuwe vragen zijn tot dan beloofd.
          </>
        ) : null}
        {round.explanation ? <QuotedText>{round.explanation}</QuotedText> : null}
      </Callout>
    </>
  )
}

function guaranteeSentence(count: number): string | null {
  if (count === 0) return null
  return count === 1
    ? 'Beloofd is dat die zeker aan bod komt. Daarom staat hij bovenaan.'
    : 'Beloofd is dat ze zeker aan bod komen. Daarom staan ze bovenaan.'
}
