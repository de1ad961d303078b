import { Paragraph } from '@utrecht/component-library-react'
import type { Confirmation as SignedConfirmation } from '@/lib/registrations/confirmation-cookie'

/** The data of a sign-up that its confirmation shows. */
export type Confirmation = Pick<
  SignedConfirmation,
  'email' | 'askedBeforeDeadline' | 'isWaitlisted' | 'isChange' | 'isChangedLate'
>

/** Returns the title of the confirmation of a sign-up. It does not reveal whether the address was registered before. */
export function confirmationTitle({ isChange, isWaitlisted }: Confirmation): string {
  if (isChange) return 'Je aanmelding is gewijzigd'
  return isWaitlisted ? 'Je aanmelding voor de wachtlijst is binnen' : 'Je aanmelding is binnen'
}

/** Explains what happens if the address was registered before. Every visitor sees it, so it reveals no registration. */
export const SharedMailboxNote = () => (
  <Paragraph>
    Was iemand al aangemeld met dit adres? Bijvoorbeeld een collega met dezelfde mailbox, of jijzelf? Dan staat in de
    mail wie dat is. Ben je een andere collega? Open dan de link in die mail: daarna heb jij je eigen aanmelding.
  </Paragraph>
)
