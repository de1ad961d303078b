import { Paragraph } from '@utrecht/component-library-react'
import type { Confirmation as SignedConfirmation } from '@/lib/registrations/confirmation-cookie'

/** What the page after a sign-up shows. */
export type Confirmation = Pick<
  SignedConfirmation,
  'email' | 'askedBeforeDeadline' | 'isWaitlisted' | 'isChange' | 'isChangedLate'
>

/** Returns a title that is true for each address, also one that is registered already. */
export function confirmationTitle({ isChange, isWaitlisted }: Confirmation): string {
  if (isChange) return 'Je aanmelding is gewijzigd'
  return isWaitlisted ? 'Je aanmelding voor de wachtlijst is binnen' : 'Je aanmelding is binnen'
}

/** Tells every visitor what happens with an address that is registered already, to reveal no address. */
export const SharedMailboxNote = () => (
  <Paragraph>
    Was iemand al aangemeld met dit adres? Bijvoorbeeld een collega met dezelfde mailbox, of jijzelf? Dan staat in de
    mail wie dat is. Ben je een andere collega? Open dan de link in die mail: daarna heb jij je eigen aanmelding.
  </Paragraph>
)
