import { Button } from '@utrecht/component-library-react'
import styles from './microsoft-form.module.css'

/** Logs in with an account of the organisation at Microsoft. `action` brings people there. */
export function MicrosoftForm({ action, after }: { action: (form: FormData) => Promise<void>; after: string }) {
  return (
    <form action={action} className={styles.other}>
      <input type="hidden" name="naar" value={after} />
      <Button type="submit" appearance="secondary-action-button">
        Inloggen met Microsoft
      </Button>
    </form>
  )
}
