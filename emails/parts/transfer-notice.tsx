import { Paragraph, SmallPrint } from './blocks'
import { oneLine } from './one-line'

/** Somebody who reads this mail because a colleague handed their place over: who that is. Null for everybody else. */
export type TransferNoticeProps = { transferredFrom: string | null }

/** At the top of the mail: who gave it, what came along, and that nobody has to accept it. */
export function TransferNotice({ transferredFrom, hasSeat }: TransferNoticeProps & { hasSeat: boolean }) {
  if (!transferredFrom) return null
  const subject = hasSeat ? 'de plek bij deze kennissessie' : 'de plek op de wachtlijst'
  return (
    <Paragraph>
      <strong>
        <bdi>{oneLine(transferredFrom)}</bdi> gaf {subject} aan jou door.
      </strong>{' '}
      Wat al was ingevuld, zoals een vraag, kun je bekijken en wijzigen met je eigen link, onderaan deze mail. Daar kun
      je ook zeggen of we contact met je mogen opnemen over de vraag. Wil je niet meedoen? Meld je daar dan af.
    </Paragraph>
  )
}

/** Why the mail came. */
export const TransfereeFooter = ({ transferredFrom }: TransferNoticeProps) => (
  <SmallPrint>
    Je krijgt deze mail omdat {transferredFrom ? oneLine(transferredFrom) : 'iemand'} je naam en dit adres invulde om je
    een plek te geven.
  </SmallPrint>
)
