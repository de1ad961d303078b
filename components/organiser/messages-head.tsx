import { Link } from '@utrecht/component-library-react'
import { ButtonLink } from '@/components/layout/button-link'
import { routes } from '@/lib/platform/routes'
import styles from './messages-head.module.css'

/** What an organiser can do about the mails of a kennissessie. */
export function MessagesHead({ sessionId }: { sessionId: string }) {
  return (
    <div className={styles.row}>
      <ButtonLink href={routes.writeLetter(sessionId)}>Bericht schrijven</ButtonLink>
      <Link href={routes.mailTexts(sessionId)}>Teksten van de mails</Link>
      <Link href={routes.mailPlan(sessionId)}>Mails die vanzelf gaan</Link>
    </div>
  )
}
