import { Link } from '@utrecht/component-library-react'
import { ButtonLink } from '@/components/ui/button-link'
import { routes } from '@/lib/platform/routes'
import styles from '../button-row.module.css'

/** From the list of kennissessies: to a new one, and to those that were put away. */
export function SessionListActions() {
  return (
    <div className={styles.buttons}>
      <ButtonLink href={routes.newSession()}>Nieuwe kennissessie</ButtonLink>
      <Link href={routes.archive()}>Archief</Link>
    </div>
  )
}
