import { Link } from '@utrecht/component-library-react'
import styles from '@/app/beheer/sessies/[id]/_components/action-row.module.css'
import { ButtonLink } from '@/components/ui/button-link'
import { routes } from '@/lib/platform/routes'

/** What an organiser can do about the mails of a kennissessie. */
export function MessageLinks({ sessionId }: { sessionId: string }) {
  return (
    <div className={styles.row}>
      <ButtonLink href={routes.newCustomMessage(sessionId)}>Bericht schrijven</ButtonLink>
      <Link href={routes.mailTemplates(sessionId)}>Teksten van de mails</Link>
      <Link href={routes.notificationSettings(sessionId)}>Mails die vanzelf gaan</Link>
    </div>
  )
}
