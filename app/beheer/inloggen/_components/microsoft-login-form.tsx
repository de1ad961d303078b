import { Button } from '@utrecht/component-library-react'
import styles from './microsoft-login-form.module.css'

/** Logs in with an account of the organisation at Microsoft. `action` brings people there. */
export function MicrosoftLoginForm({
  action,
  returnPath,
}: {
  action: (form: FormData) => Promise<void>
  returnPath: string
}) {
  return (
    <form action={action} className={styles.other}>
      <input type="hidden" name="naar" value={returnPath} />
      <Button type="submit" appearance="secondary-action-button">
        Inloggen met Microsoft
      </Button>
    </form>
  )
}
